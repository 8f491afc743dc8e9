package dev.rollcall.directory;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The fields that have a meaning in every directory, by the names that job files, tables
 * and reports use: WeCom's own names. Any other name is a custom field.
 *
 * @see <a href="https://developer.work.weixin.qq.com/document/path/90195">WeCom, create
 * member</a>
 */
public final class FieldNames {

	public static final String USERID = "userid";

	public static final String NAME = "name";

	public static final String NAME_EN = "name_en";

	public static final String ALIAS = "alias";

	public static final String POSITION = "position";

	/** {@code male}, {@code female} or empty. */
	public static final String GENDER = "gender";

	public static final String MOBILE = "mobile";

	public static final String TELEPHONE = "telephone";

	public static final String EMAIL = "email";

	public static final String BIZ_MAIL = "biz_mail";

	public static final String ADDRESS = "address";

	public static final String EXTERNAL_CORP_NAME = "external_corp_name";

	/** The name of a member's WeCom channel (视频号). */
	public static final String CHANNELS = "channels";

	/**
	 * The account of a member in a directory that has userids of its own beside WeCom's.
	 * A custom field elsewhere.
	 */
	public static final String USERNAME = "username";

	/** {@code activated}, {@code not_activated}, {@code disabled} or {@code left}. */
	public static final String STATUS = "status";

	/** {@link #TRUE} or {@link #FALSE}; whose is empty counts as enabled. */
	public static final String ENABLED = "enabled";

	public static final String TRUE = "true";

	public static final String FALSE = "false";

	/** {@code followed} or {@code not_followed}. */
	public static final String WECHAT_PLUGIN = "wechat_plugin";

	/** What identifies a department across directories, among its differences. */
	public static final String ID = "id";

	/** The department above, among a department's differences. */
	public static final String PARENT = "parent";

	/** The set of departments, among a member's differences. */
	public static final String DEPARTMENTS = "departments";

	public static final String MAIN_DEPARTMENT = "main_department";

	/** The sort weights in the departments, among a member's differences. */
	public static final String ORDER = "order";

	/** The departments led, among a member's differences. */
	public static final String LEADER = "leader";

	/** The standard fields of a member, in the order in which they are shown. */
	public static final List<String> OF_MEMBERS = List.of(NAME, ALIAS, POSITION, GENDER, MOBILE, TELEPHONE, EMAIL,
			BIZ_MAIL, ADDRESS, EXTERNAL_CORP_NAME, CHANNELS, STATUS, ENABLED, WECHAT_PLUGIN);

	/** What is compared of a member beside its fields. */
	public static final List<String> OF_PLACEMENTS = List.of(DEPARTMENTS, MAIN_DEPARTMENT, ORDER, LEADER);

	/** The standard fields of a department. */
	public static final List<String> OF_DEPARTMENTS = List.of(NAME, NAME_EN);

	/** All names with a meaning of their own. */
	public static final Set<String> ALL = Stream
		.of(OF_MEMBERS, OF_PLACEMENTS, OF_DEPARTMENTS, List.of(USERID, ID, PARENT))
		.flatMap(List::stream)
		.collect(Collectors.toUnmodifiableSet());

	/** Values that are masked wherever they are printed or logged. */
	public static final Set<String> PERSONAL = Set.of(MOBILE, TELEPHONE, EMAIL, BIZ_MAIL, ADDRESS);

	private FieldNames() {
	}

}
