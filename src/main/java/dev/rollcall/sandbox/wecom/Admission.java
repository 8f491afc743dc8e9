package dev.rollcall.sandbox.wecom;

import java.util.Set;
import java.util.stream.Collectors;

import dev.rollcall.sandbox.wecom.company.Company;
import dev.rollcall.sandbox.wecom.company.Person;
import dev.rollcall.sandbox.wecom.company.Sight;
import dev.rollcall.sandbox.wecom.wire.Call;
import dev.rollcall.sandbox.wecom.wire.Caller;
import dev.rollcall.sandbox.wecom.wire.Code;
import dev.rollcall.sandbox.wecom.wire.Refused;

/** Who may call what, and what each caller sees. */
final class Admission {

	private final Company company;

	private final VisibleRange range;

	private final Agency agency;

	private volatile Powers powers;

	Admission(Company company, WeComOptions options) {
		this.company = company;
		this.range = options.range();
		this.agency = options.agency();
		this.powers = options.powers();
	}

	Powers powers() {
		return this.powers;
	}

	void allow(Powers other) {
		this.powers = other;
	}

	/**
	 * Checks that calls may come from where this one comes from.
	 * @throws Refused when they may not
	 */
	void checkAddress() {
		if (!this.powers.trustedAddress()) {
			throw Refused.because(Code.STRANGE_ADDRESS);
		}
	}

	/**
	 * Checks that a caller may make a call.
	 * @throws Refused when it may not
	 */
	void check(Call call, Caller caller) {
		Code refusal = switch (call.power()) {
			case WRITE -> unwritten(caller);
			case IDS -> (caller != Caller.CONTACT) ? Code.FORBIDDEN : Code.OK;
			case READ -> (caller == Caller.CONTACT && this.powers.newAddress()) ? Code.NEW_ADDRESS : Code.OK;
			case NONE, ANY -> Code.OK;
		};
		if (refusal != Code.OK) {
			throw Refused.because(refusal);
		}
	}

	/** What a caller sees. */
	Sight sight(Caller caller) {
		return switch (caller) {
			case CONTACT -> Sight.everything(this.company);
			case APP -> sight(false);
			case AGENT -> sight(this.agency.tree());
		};
	}

	private Code unwritten(Caller caller) {
		return switch (caller) {
			case CONTACT -> Code.OK;
			case APP -> Code.FORBIDDEN;
			case AGENT -> this.agency.writes() ? Code.OK : Code.NO_PRIVILEGE;
		};
	}

	private Sight sight(boolean tree) {
		Set<String> keys = this.range.userids().stream().map(Person::key).collect(Collectors.toSet());
		return new Sight(this.company, this.range.departments(), keys, tree, this.powers.personalFields());
	}

}
