package dev.rollcall.connector.tencentcam.write;

import java.util.ArrayList;
import java.util.List;

import dev.rollcall.connector.tencentcam.api.AddUser;
import dev.rollcall.connector.tencentcam.api.UpdateUser;
import dev.rollcall.connector.tencentcam.api.User;
import dev.rollcall.directory.FieldNames;
import dev.rollcall.directory.Fields;
import dev.rollcall.directory.PhoneNumber;
import org.jspecify.annotations.Nullable;

/**
 * What a change says of a sub-user and a call can carry: null where it says nothing,
 * empty where nothing is to be.
 *
 * @param remark the display name
 * @param mobile as WeCom writes it
 * @param email the mail address
 */
record Profile(@Nullable String remark, @Nullable String mobile, @Nullable String email) {

	static Profile of(Fields fields) {
		return new Profile(fields.value(FieldNames.NAME), fields.value(FieldNames.MOBILE),
				fields.value(FieldNames.EMAIL));
	}

	/** Whether there is nothing to be sent. */
	boolean isEmpty() {
		return this.remark == null && this.mobile == null && this.email == null;
	}

	/**
	 * A new sub-user. Where CAM makes a password up, it has to be replaced when it is
	 * first used: it has been in a file.
	 */
	AddUser creation(String name, Manner manner) {
		Profile given = given();
		PhoneNumber phone = given.phone();
		return new AddUser(name, given.remark, manner.consoleLogin() ? 1 : 0, manner.useApi() ? 1 : 0, null,
				manner.consoleLogin() ? 1 : null, (phone != null) ? phone.number() : null, code(phone), given.email);
	}

	/** What changes of a sub-user. */
	UpdateUser update(String name) {
		PhoneNumber phone = phone();
		String number = (phone != null) ? phone.number() : this.mobile;
		return new UpdateUser(name, this.remark, null, number, code(phone), this.email);
	}

	/** The same without what is to be empty. */
	Profile given() {
		return new Profile(orNull(this.remark), orNull(this.mobile), orNull(this.email));
	}

	/** Which fields are to be empty. */
	List<String> emptied() {
		List<String> emptied = new ArrayList<>();
		addIfEmpty(emptied, FieldNames.NAME, this.remark);
		addIfEmpty(emptied, FieldNames.MOBILE, this.mobile);
		addIfEmpty(emptied, FieldNames.EMAIL, this.email);
		return emptied;
	}

	/** Which of the fields that are to be empty are not. */
	List<String> left(User now) {
		List<String> left = emptied();
		left.removeIf((field) -> switch (field) {
			case FieldNames.NAME -> isEmpty(now.remark());
			case FieldNames.MOBILE -> isEmpty(now.phoneNum());
			default -> isEmpty(now.email());
		});
		return left;
	}

	/** Whether a sub-user has all that is given here. */
	boolean isOf(User user) {
		Profile given = given();
		PhoneNumber phone = given.phone();
		return isSame(given.remark, user.remark()) && isSame(given.email, user.email())
				&& (phone == null || PhoneNumber.text(phone.countryCode(), phone.number())
					.equals(PhoneNumber.text(user.countryCode(), user.phoneNum())));
	}

	private @Nullable PhoneNumber phone() {
		String text = this.mobile;
		return (text == null || text.isEmpty()) ? null : PhoneNumber.of(text);
	}

	/** CAM writes codes of countries without a plus. */
	private static @Nullable String code(@Nullable PhoneNumber phone) {
		return (phone != null) ? phone.countryCode().substring(1) : null;
	}

	private static void addIfEmpty(List<String> fields, String field, @Nullable String value) {
		if (value != null && value.isEmpty()) {
			fields.add(field);
		}
	}

	private static boolean isSame(@Nullable String given, @Nullable String value) {
		return given == null || given.equals(value);
	}

	private static boolean isEmpty(@Nullable String text) {
		return text == null || text.isEmpty();
	}

	private static @Nullable String orNull(@Nullable String text) {
		return isEmpty(text) ? null : text;
	}

	@Override
	public String toString() {
		return "Profile";
	}

}
