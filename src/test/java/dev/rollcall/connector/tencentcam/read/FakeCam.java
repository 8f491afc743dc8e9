package dev.rollcall.connector.tencentcam.read;

import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import dev.rollcall.connector.tencentcam.api.Answer;
import dev.rollcall.connector.tencentcam.api.AppId;
import dev.rollcall.connector.tencentcam.api.CamApi;
import dev.rollcall.connector.tencentcam.api.Groups;
import dev.rollcall.connector.tencentcam.api.Offset;
import dev.rollcall.connector.tencentcam.api.SubAccountUins;
import dev.rollcall.connector.tencentcam.api.SubAccounts;
import dev.rollcall.connector.tencentcam.api.SubAccounts.SubAccount;
import dev.rollcall.connector.tencentcam.api.User;
import dev.rollcall.connector.tencentcam.api.Users;
import dev.rollcall.connector.tencentcam.api.WeComUsers;
import dev.rollcall.connector.tencentcam.api.Wrapped;
import org.jspecify.annotations.Nullable;

/**
 * CAM in ways that its look-alike does not know: each call answers what it is told to.
 */
final class FakeCam {

	private final Map<String, Function<Object, Answer>> answers = new HashMap<>();

	/** Nobody is there, and everything is a plain sub-user. */
	FakeCam() {
		users();
		weComUsers((asked) -> new WeComUsers(0L, List.of(), null, null));
		kinds((uin) -> 2);
		this.answers.put("groups", (body) -> new Groups(0L, List.of(), null, null));
		this.answers.put("appId", (body) -> new AppId("200", "100", null, null));
	}

	FakeCam users(User... users) {
		this.answers.put("users", (body) -> new Users(List.of(users), null, null));
		return this;
	}

	FakeCam weComUsers(Function<Offset, WeComUsers> answer) {
		this.answers.put("weComUsers", (body) -> answer.apply((Offset) body));
		return this;
	}

	/** What kind each is, null for one that CAM does not tell of. */
	FakeCam kinds(Function<Long, @Nullable Integer> kind) {
		this.answers.put("subAccounts", (body) -> {
			List<SubAccount> told = ((SubAccountUins) body).filterSubAccountUin()
				.stream()
				.filter((uin) -> kind.apply(uin) != null)
				.map((uin) -> new SubAccount(uin, uin, "", kind.apply(uin)))
				.toList();
			return new SubAccounts(told, null, null);
		});
		return this;
	}

	FakeCam owner(@Nullable String uin, @Nullable String owner) {
		this.answers.put("appId", (body) -> new AppId(uin, owner, null, null));
		return this;
	}

	CamApi api() {
		return (CamApi) Proxy.newProxyInstance(FakeCam.class.getClassLoader(), new Class<?>[] { CamApi.class },
				(proxy, method, arguments) -> {
					Function<Object, Answer> answer = this.answers.get(method.getName());
					if (answer == null) {
						throw new AssertionError(method.getName());
					}
					return new Wrapped<>(answer.apply(arguments[0]));
				});
	}

	static User user(@Nullable Long uin, @Nullable String name, @Nullable String weComUserId) {
		return new User(uin, uin, name, null, 0, null, null, null, null, weComUserId, null);
	}

	static Answer.Failure failure(String code) {
		return new Answer.Failure(code, "words");
	}

}
