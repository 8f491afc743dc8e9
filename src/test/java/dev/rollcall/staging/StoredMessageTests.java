package dev.rollcall.staging;

import java.util.List;

import dev.rollcall.directory.Message;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Messages survive being stored, whatever their arguments hold. */
class StoredMessageTests {

	@Test
	void comeBackAsTheyWere() {
		for (Message message : List.of(Message.of("code"), Message.of("code", ""),
				Message.of("code", "a", "", "b|;,\n"), Message.of("code", "公司/研发 𠮷", "-"))) {
			assertThat(StoredMessage.message(StoredMessage.of(message))).isEqualTo(message);
		}
	}

	@Test
	void comeBackAsAListInTheirOrder() {
		List<Message> messages = List.of(Message.of("b", "1"), Message.of("a"), Message.of("b", "1", ""));
		assertThat(StoredMessage.messages(StoredMessage.ofAll(messages))).isEqualTo(messages);
		assertThat(StoredMessage.messages(StoredMessage.ofAll(List.of()))).isEmpty();
		assertThat(StoredMessage.ofNullable(null)).isNull();
	}

	@Test
	void anArgumentCannotMakeAnotherArgumentOrMessage() {
		Message hostile = Message.of("code", "a\u001fb", "c\u001ed");
		assertThat(StoredMessage.messages(StoredMessage.ofAll(List.of(hostile, Message.of("next")))))
			.containsExactly(Message.of("code", "a b", "c d"), Message.of("next"));
	}

	@Test
	void areCutToWhatAColumnTakesButNotInTheMiddleOfACharacter() {
		String stored = StoredMessage.of(Message.of("code", "𠮷".repeat(3000)));
		assertThat(stored).hasSizeLessThanOrEqualTo(4000);
		assertThat(stored.codePoints()).noneMatch((c) -> Character.getType(c) == Character.SURROGATE);
	}

	@Test
	void namesComeBackInTheirOrder() {
		List<String> names = List.of("姓名", "备注 1", "");
		assertThat(StoredMessage.names(StoredMessage.ofNames(names))).isEqualTo(names);
		assertThat(StoredMessage.names(StoredMessage.ofNames(List.of()))).isEmpty();
	}

}
