package dev.rollcall.connector.authing.api;

/** What a token is given for. */
public record AccessKey(String accessKeyId, String accessKeySecret) {

	@Override
	public String toString() {
		return "AccessKey[" + this.accessKeyId + "]";
	}

}
