package dev.rollcall.connector.excel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.text.MessageFormat;

import dev.rollcall.connector.DirectoryException;
import dev.rollcall.connector.excel.message.ExcelMessage;
import dev.rollcall.connector.excel.message.ExcelMessageTests;
import dev.rollcall.directory.Message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Checks that a file is refused, and in which words. */
final class Refused {

	private Refused() {
	}

	/** Reading the file ends with this sentence, before or behind the first page. */
	static Message because(ExcelMessage why, Path file) {
		return because(why, Read.settings(file));
	}

	static Message because(ExcelMessage why, ExcelSettings settings) {
		DirectoryException refusal = catchThrowableOfType(DirectoryException.class, () -> Read.with(settings));
		assertThat(refusal).as("nothing refused %s", settings.file()).isNotNull();
		Message text = refusal.text();
		assertThat(text.code()).isEqualTo(why.code());
		assertThat(text.arguments()).hasSize(why.arguments());
		assertThat(refusal.isPassing()).isFalse();
		assertThat(words(text)).contains(Path.of(settings.file()).getFileName().toString());
		return text;
	}

	/** The sentence in English. */
	static String words(Message text) {
		try {
			String sentence = ExcelMessageTests.sentences("messages.properties").getProperty(text.code());
			return MessageFormat.format(sentence, text.arguments().toArray());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
