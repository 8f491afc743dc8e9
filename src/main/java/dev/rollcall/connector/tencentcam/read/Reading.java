package dev.rollcall.connector.tencentcam.read;

import java.util.ArrayList;
import java.util.List;

import dev.rollcall.connector.CheckResult;
import dev.rollcall.connector.DirectoryException;
import dev.rollcall.connector.PageReader;
import dev.rollcall.connector.tencentcam.api.AppId;
import dev.rollcall.connector.tencentcam.client.CamClient;
import dev.rollcall.connector.tencentcam.client.Refusal;
import dev.rollcall.directory.Message;
import org.jspecify.annotations.Nullable;

/** The sub-users of an account, as far as the job wants them. */
public final class Reading {

	private static final String GROUP_THERE = "InvalidParameter.GroupNameInUse";

	private final CamClient client;

	private final List<String> managed;

	/**
	 * Reads through a client.
	 * @param managed the groups that the job manages: of others nothing is seen
	 */
	public Reading(CamClient client, List<String> managed) {
		this.client = client;
		this.managed = List.copyOf(managed);
	}

	/**
	 * Whose account it is. An id of the key stands for the owner where CAM does not let
	 * the caller know.
	 */
	public String owner() {
		try {
			AppId app = this.client.appId();
			String owner = (app.ownerUin() != null) ? app.ownerUin() : app.uin();
			if (owner != null && !owner.isBlank()) {
				return owner;
			}
		}
		catch (Refusal ex) {
			if (!Power.isMissing(ex)) {
				throw ex;
			}
		}
		return this.client.access().key().secretId();
	}

	/** As {@link dev.rollcall.connector.Source#read}. */
	public PageReader read(@Nullable String cursor) {
		return new CamPages(this.client, this.managed, cursor);
	}

	/** What there is, and what is missing. */
	public List<CheckResult> check() {
		return new Inspection(this.client, this.managed).results();
	}

	/**
	 * Creates those managed groups that are missing, without any policy. One that is
	 * there is left as it is.
	 */
	public List<CheckResult> prepare() {
		List<CheckResult> results = new ArrayList<>();
		List<String> missing = new GroupList(this.client, this.managed).missing();
		for (String group : this.managed) {
			results.add(missing.contains(group) ? create(group) : there(group));
		}
		return results;
	}

	private CheckResult create(String group) {
		try {
			this.client.createGroup(group);
			return new CheckResult(true, Message.of("tencentcam.prepare.created", group));
		}
		catch (Refusal ex) {
			return ex.code().equals(GROUP_THERE) ? there(group) : new CheckResult(false, ex.text());
		}
		catch (DirectoryException ex) {
			return new CheckResult(false, ex.text());
		}
	}

	private static CheckResult there(String group) {
		return new CheckResult(true, Message.of("tencentcam.prepare.there", group));
	}

}
