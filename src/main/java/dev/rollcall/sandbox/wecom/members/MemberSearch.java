package dev.rollcall.sandbox.wecom.members;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

import dev.rollcall.sandbox.Json;
import dev.rollcall.sandbox.wecom.company.Company;
import dev.rollcall.sandbox.wecom.company.UniqueTexts;
import dev.rollcall.sandbox.wecom.wire.Call;
import dev.rollcall.sandbox.wecom.wire.Code;
import dev.rollcall.sandbox.wecom.wire.Question;
import dev.rollcall.sandbox.wecom.wire.Refused;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Finds members by what only one can have. */
public final class MemberSearch {

	/** One in so many members may be missed in a day. */
	private static final int PART = 5;

	/** However few members there are, so many may be missed. */
	private static final int ALWAYS = 10;

	private final Company company;

	private final Clock clock;

	private @Nullable LocalDate day;

	private int missed;

	public MemberSearch(Company company, Clock clock) {
		this.company = company;
		this.clock = clock;
	}

	public ObjectNode byMobile(Question question) {
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), ZoneId.of("Asia/Shanghai"));
		if (!today.equals(this.day)) {
			this.day = today;
			this.missed = 0;
		}
		if (this.missed > Math.max(ALWAYS, this.company.persons().size() / PART)) {
			throw Refused.because(Code.TOO_OFTEN);
		}
		return found(question, "mobile", UniqueTexts.MOBILE);
	}

	public ObjectNode byEmail(Question question) {
		boolean personal = "2".equals(question.text("email_type"));
		return found(question, "email", personal ? UniqueTexts.EMAIL : UniqueTexts.BIZ_MAIL);
	}

	/** Invites nobody, but remembers that it was asked to. */
	public ObjectNode invite(Question question) {
		ObjectNode answer = Json.object();
		Call.BATCH_INVITE.lists().forEach(answer::putArray);
		question.body().path("user").forEach((userid) -> this.company.invited().add(userid.asString("")));
		return answer;
	}

	private ObjectNode found(Question question, String parameter, String field) {
		String text = question.text(parameter);
		if (text == null || text.isEmpty()) {
			throw Refused.because(Code.EMPTY_PARAMETER);
		}
		String owner = this.company.owner(field, text);
		if (owner == null) {
			this.missed++;
			throw Refused.because(Code.NO_SUCH_USER);
		}
		return Json.object().put("userid", owner);
	}

}
