package dev.rollcall.connector.tencentcam.client;

/**
 * Whose power calls are made with.
 *
 * @param secretId the id of an access key
 * @param secretKey its secret, which never goes over the wire
 */
public record CamKey(String secretId, String secretKey) {

	@Override
	public String toString() {
		return "CamKey[" + this.secretId + "]";
	}

}
