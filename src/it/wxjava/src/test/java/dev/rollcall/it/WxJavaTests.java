package dev.rollcall.it;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.cp.api.WxCpService;
import me.chanjar.weixin.cp.api.impl.WxCpServiceImpl;
import me.chanjar.weixin.cp.bean.WxCpDepart;
import me.chanjar.weixin.cp.bean.WxCpUser;
import me.chanjar.weixin.cp.bean.user.WxCpDeptUserResult;
import me.chanjar.weixin.cp.config.impl.WxCpDefaultConfigImpl;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * WxJava, which many programs use to talk to WeCom, finds in the look-alike what it finds
 * in WeCom.
 */
class WxJavaTests {

	private static Process process;

	private static String greeting;

	private final WxCpService contact = service("contactSecret");

	private final WxCpService app = service("appSecret");

	@BeforeAll
	static void start() throws IOException {
		Path java = Path.of(System.getProperty("java.home"), "bin", "java");
		process = new ProcessBuilder(java.toString(), "-jar", System.getProperty("rollcall.jar"), "sandbox", "wecom",
				"--port", "0", "--members", "60", "--departments", "12")
			.redirectError(ProcessBuilder.Redirect.INHERIT)
			.start();
		greeting = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))
			.readLine();
		assertThat(greeting).startsWith("{\"baseUrl\":\"http://127.0.0.1:").contains("\"rootDepartment\":1}");
	}

	@AfterAll
	static void end() throws InterruptedException {
		process.destroy();
		assertThat(process.waitFor()).isIn(0, 143);
	}

	@Test
	void getsATokenAndKeepsIt() throws WxErrorException {
		String token = this.contact.getAccessToken();

		assertThat(token).isNotEmpty().isEqualTo(this.contact.getAccessToken());
		assertThat(service("contactSecret").getAccessToken(true)).isEqualTo(token);
		assertThat(this.app.getAccessToken()).isNotEqualTo(token);
	}

	@Test
	void isToldThatASecretIsWrong() {
		WxCpDefaultConfigImpl config = config("contactSecret");
		config.setCorpSecret("wrong");

		assertThat(code(() -> service(config).getAccessToken(true))).isEqualTo(40001);
		config.setCorpId("wrong");
		assertThat(code(() -> service(config).getAccessToken(true))).isEqualTo(40013);
	}

	@Test
	void asksForANewTokenWhenTheOldOneIsNoLongerGood() throws Exception {
		this.contact.getAccessToken();
		tell("switches", "{\"expireTokens\":true}");

		assertThat(this.contact.getDepartmentService().simpleList(null)).isNotEmpty();
	}

	@Test
	void createsChangesFindsAndDeletesDepartments() throws WxErrorException {
		Long id = this.contact.getDepartmentService().create(department(null, "审计部", 1L, 5L));
		Long below = this.contact.getDepartmentService().create(department(900L, "审计一组", id, 0L));
		assertThat(below).isEqualTo(900L);
		assertThat(this.contact.getDepartmentService().get(id).getName()).isEqualTo("审计部");
		assertThat(code(() -> this.contact.getDepartmentService().delete(id))).isEqualTo(60006);
		assertThat(code(() -> this.contact.getDepartmentService().create(department(null, "审计部", 1L, 0L))))
			.isEqualTo(60008);

		this.contact.getDepartmentService().update(department(below, "审计二组", 1L, 7L));
		assertThat(this.app.getDepartmentService().list(below)).singleElement().satisfies((found) -> {
			assertThat(found.getName()).isEqualTo("审计二组");
			assertThat(found.getParentId()).isEqualTo(1L);
			assertThat(found.getOrder()).isEqualTo(7L);
		});
		assertThat(this.contact.getDepartmentService().simpleList(id)).extracting(WxCpDepart::getId)
			.containsExactly(id);
		this.contact.getDepartmentService().delete(below);
		this.contact.getDepartmentService().delete(id);
		assertThat(code(() -> this.contact.getDepartmentService().get(id))).isEqualTo(60123);
		assertThat(code(() -> this.contact.getDepartmentService().delete(id))).isEqualTo(60123);
	}

	@Test
	void createsChangesFindsAndDeletesMembers() throws WxErrorException {
		WxCpUser member = member("audit-1", "13912340001").setDepartIds(new Long[] { 2L, 3L })
			.setOrders(new Integer[] { 4, 5 })
			.setIsLeaderInDept(new Integer[] { 1, 0 })
			.setMainDepartment("3");
		this.contact.getUserService().create(member);

		WxCpUser found = this.contact.getUserService().getById("AUDIT-1");
		assertThat(found.getName()).isEqualTo("审计员");
		assertThat(found.getDepartIds()).containsExactly(2L, 3L);
		assertThat(found.getOrders()).containsExactly(4, 5);
		assertThat(found.getIsLeaderInDept()).containsExactly(1, 0);
		assertThat(found.getMainDepartment()).isEqualTo("3");
		assertThat(found.getStatus()).isEqualTo(4);
		assertThat(this.contact.getUserService().getUserId("13912340001")).isEqualTo("audit-1");

		this.contact.getUserService().update(new WxCpUser().setUserId("audit-1").setPosition("审计").setEnable(0));
		assertThat(this.app.getUserService().getById("audit-1")).satisfies((changed) -> {
			assertThat(changed.getPosition()).isEqualTo("审计");
			assertThat(changed.getStatus()).isEqualTo(2);
			assertThat(changed.getName()).isEqualTo("审计员");
		});
		assertThat(this.app.getUserService().listByDepartment(2L, false, 0)).extracting(WxCpUser::getUserId)
			.contains("audit-1");
		assertThat(this.app.getUserService().listSimpleByDepartment(1L, true, 0)).extracting(WxCpUser::getUserId)
			.contains("audit-1");
		this.contact.getUserService().delete("audit-1");
		assertThat(code(() -> this.contact.getUserService().getById("audit-1"))).isEqualTo(60111);
	}

	@Test
	void deletesMembersTogetherOrNone() throws WxErrorException {
		this.contact.getUserService().create(member("batch-1", "13912340011").setDepartIds(new Long[] { 2L }));
		this.contact.getUserService().create(member("batch-2", "13912340012").setDepartIds(new Long[] { 2L }));

		assertThat(code(() -> this.contact.getUserService().delete("batch-1", "nobody"))).isEqualTo(40031);
		assertThat(this.contact.getUserService().getById("batch-1").getUserId()).isEqualTo("batch-1");
		this.contact.getUserService().delete("batch-1", "batch-2");
		assertThat(code(() -> this.contact.getUserService().getById("batch-2"))).isEqualTo(60111);
	}

	@Test
	void readsAllIdsPageByPage() throws WxErrorException {
		List<String> rows = new ArrayList<>();
		String cursor = null;
		do {
			WxCpDeptUserResult page = this.contact.getUserService().getUserListId(cursor, 7);
			page.getDeptUser().forEach((row) -> rows.add(row.getUserId() + " " + row.getDepartment()));
			cursor = page.getNextCursor();
		}
		while (cursor != null && !cursor.isEmpty());

		assertThat(rows).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(60);
	}

	@Test
	void isRefusedAsWeComRefuses() {
		assertThat(code(() -> this.contact.getUserService().create(member("x-1", "12").setDepartIds(new Long[] { 2L }))))
			.isEqualTo(60103);
		assertThat(code(() -> this.contact.getUserService()
			.create(member("x-1", null).setDepartIds(new Long[] { 2L })))).isEqualTo(60129);
		assertThat(code(() -> this.contact.getUserService()
			.create(member("x-1", "13912340021").setDepartIds(new Long[] { 2L, 3L })
				.setIsLeaderInDept(new Integer[] { 1 })))).isEqualTo(60132);
		assertThat(code(() -> this.contact.getUserService().update(new WxCpUser().setUserId("nobody").setName("无"))))
			.isEqualTo(60111);
		assertThat(code(() -> this.app.getUserService().delete("nobody"))).isEqualTo(48002);
		assertThat(code(() -> this.app.getUserService().getUserListId(null, 10))).isEqualTo(48002);
		assertThat(code(() -> this.contact.getUserService().getUserListId(null, 10_001))).isEqualTo(40058);
	}

	@Test
	void atANewAddressReadsIdsOnly() throws Exception {
		tell("switches", "{\"newIp\":true}");
		try {
			assertThat(code(() -> this.contact.getDepartmentService().list(null))).isEqualTo(48009);
			assertThat(code(() -> this.contact.getUserService().getById("nobody"))).isEqualTo(48009);
			assertThat(this.contact.getDepartmentService().simpleList(null)).hasSizeGreaterThanOrEqualTo(13);
			assertThat(this.contact.getUserService().getUserListId(null, 10).getDeptUser()).hasSize(10);
		}
		finally {
			tell("switches", "{\"newIp\":false}");
		}
	}

	@Test
	void triesAgainWhenWeComIsBusy() throws Exception {
		tell("faults", "{\"next\":[{\"call\":\"department/simplelist\",\"fault\":\"busy\",\"times\":1}]}");

		assertThat(this.contact.getDepartmentService().simpleList(null)).isNotEmpty();
	}

	private static WxCpDepart department(Long id, String name, Long parent, Long order) {
		WxCpDepart department = new WxCpDepart();
		department.setId(id);
		department.setName(name);
		department.setParentId(parent);
		department.setOrder(order);
		return department;
	}

	private static WxCpUser member(String userid, String mobile) {
		return new WxCpUser().setUserId(userid).setName("审计员").setMobile(mobile).setToInvite(false);
	}

	private static int code(ThrowingCallable call) {
		return catchThrowableOfType(WxErrorException.class, call).getError().getErrorCode();
	}

	private static WxCpDefaultConfigImpl config(String secret) {
		WxCpDefaultConfigImpl config = new WxCpDefaultConfigImpl();
		config.setBaseApiUrl(value("baseUrl"));
		config.setCorpId(value("corpId"));
		config.setCorpSecret(value(secret));
		config.setAgentId(1000002);
		return config;
	}

	private static WxCpService service(String secret) {
		return service(config(secret));
	}

	private static WxCpService service(WxCpDefaultConfigImpl config) {
		WxCpServiceImpl service = new WxCpServiceImpl();
		service.setWxCpConfigStorage(config);
		service.setRetrySleepMillis(10);
		service.setMaxRetryTimes(2);
		return service;
	}

	private static void tell(String desk, String body) throws Exception {
		HttpRequest request = HttpRequest.newBuilder(URI.create(value("baseUrl") + "/__sandbox/" + desk))
			.POST(HttpRequest.BodyPublishers.ofString(body))
			.build();
		assertThat(HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(200);
	}

	private static String value(String key) {
		Matcher value = Pattern.compile("\"" + key + "\":\"([^\"]+)\"").matcher(greeting);
		assertThat(value.find()).isTrue();
		return value.group(1);
	}

}
