package dev.rollcall.sandbox.cam.wire;

/**
 * CAM's error codes, as far as they are used here. The words are made up: no program is
 * meant to understand them.
 *
 * @see <a href="https://cloud.tencent.com/document/api/598/33168">Tencent Cloud CAM,
 * error codes</a>
 */
public enum Code {

	INVALID_ACTION("InvalidAction", "接口不存在"), NO_SUCH_VERSION("NoSuchVersion", "接口版本不存在"),
	MISSING_PARAMETER("MissingParameter", "缺少参数"), UNKNOWN_PARAMETER("UnknownParameter", "未知参数"),
	INVALID_PARAMETER("InvalidParameter", "参数错误"), PARAM_ERROR("InvalidParameter.ParamError", "非法入参"),
	INVALID_AUTHORIZATION("AuthFailure.InvalidAuthorization", "请求头部的 Authorization 不符合腾讯云标准"),
	INVALID_SECRET_ID("AuthFailure.InvalidSecretId", "密钥非法（不是云 API 密钥类型）"),
	SECRET_ID_NOT_FOUND("AuthFailure.SecretIdNotFound", "密钥不存在"),
	SIGNATURE_EXPIRE("AuthFailure.SignatureExpire", "签名过期：X-TC-Timestamp 与服务器时间相差超过五分钟"),
	SIGNATURE_FAILURE("AuthFailure.SignatureFailure", "签名错误"), TOKEN_FAILURE("AuthFailure.TokenFailure", "token 错误"),
	UNAUTHORIZED("AuthFailure.UnauthorizedOperation", "请求未授权：没有此操作的权限"), INTERNAL_ERROR("InternalError", "内部错误"),
	SYSTEM_ERROR("InternalError.SystemError", "系统内部错误"), TOO_OFTEN("RequestLimitExceeded", "请求的次数超过了频率限制"),
	CREATIONS_USED_UP("RequestLimitExceeded.CreateUser", "创建用户的频率超过限制"), FAILED("FailedOperation", "操作失败"),
	HAVE_KEYS("OperationDenied.HaveKeys", "子用户仍有 API 密钥"), NO_SUCH_USER("ResourceNotFound.UserNotExist", "用户不存在"),
	NO_SUCH_GROUP("ResourceNotFound.GroupNotExist", "用户组不存在"),
	GROUP_NOT_EXIST("InvalidParameter.GroupNotExist", "用户组不存在"),
	NEITHER_UID_NOR_UIN("InvalidParameter.UserUinAndUinNotAllNull", "Uid 和 Uin 不能同时为空"),
	SUB_USERS_FULL("InvalidParameter.SubUserFull", "子用户数量达到上限"),
	SUB_USER_TAKEN("InvalidParameter.SubUserNameInUse", "子用户名称已被使用"),
	USER_NAME_ILLEGAL("InvalidParameter.UserNameIllegal", "用户名不合法"),
	PASSWORD("InvalidParameter.PasswordViolatedRules", "密码不符合用户安全设置"),
	GROUPS_FULL("InvalidParameter.GroupFull", "用户组数量达到上限"), GROUP_TAKEN("InvalidParameter.GroupNameInUse", "用户组名称已被使用"),
	GROUP_USERS_FULL("InvalidParameter.GroupUserFull", "用户组中的用户数量达到上限"),
	USER_GROUPS_FULL("InvalidParameter.UserGroupFull", "用户加入的用户组数量达到上限");

	private final String word;

	private final String text;

	Code(String word, String text) {
		this.word = word;
		this.text = text;
	}

	/** As it goes over the wire. */
	public String word() {
		return this.word;
	}

	String text() {
		return this.text;
	}

}
