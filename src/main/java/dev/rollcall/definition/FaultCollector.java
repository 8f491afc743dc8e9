package dev.rollcall.definition;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

import dev.rollcall.compare.MemberKey;
import dev.rollcall.connector.SettingsException;
import dev.rollcall.directory.Message;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.core.convert.ConverterNotFoundException;

/** Notes which keys were bound and which could not be, and lets the binder go on. */
final class FaultCollector implements BindHandler {

	private final KeyBinding keys;

	private int faults;

	FaultCollector(KeyBinding keys) {
		this.keys = keys;
	}

	@Override
	public Object onSuccess(ConfigurationPropertyName name, Bindable<?> target, BindContext context, Object result) {
		noteKnown(context);
		return result;
	}

	@Override
	public @Nullable Object onFailure(ConfigurationPropertyName name, Bindable<?> target, BindContext context,
			Exception error) {
		noteKnown(context);
		if (find(error, SettingsException.class) instanceof SettingsException settings) {
			complain(name, settings.text());
		}
		else if (find(error, ConversionFailedException.class) instanceof ConversionFailedException conversion) {
			complain(name, conversionFault(conversion));
		}
		else if (find(error, ConverterNotFoundException.class) != null) {
			complain(name, Message.of("definition.not-keys"));
		}
		else if (this.faults == 0) {
			Throwable cause = error;
			while (cause.getCause() != null) {
				cause = cause.getCause();
			}
			complain(name, Message.of("definition.value", String.valueOf(cause.getMessage())));
		}
		return null;
	}

	private void complain(ConfigurationPropertyName name, Message what) {
		this.faults++;
		this.keys.complain(name.toString(), what);
	}

	private void noteKnown(BindContext context) {
		ConfigurationProperty property = context.getConfigurationProperty();
		if (property != null) {
			this.keys.know(property.getName());
		}
	}

	private static Message conversionFault(ConversionFailedException conversion) {
		Class<?> type = conversion.getTargetType().getType();
		if (type.isEnum()) {
			String allowed = Arrays.stream(type.getEnumConstants())
				.filter((constant) -> constant != MemberKey.NEW_USERID)
				.map((constant) -> constant.toString().toLowerCase(Locale.ROOT).replace('_', '-'))
				.collect(Collectors.joining(", "));
			return Message.of("definition.not-one-of", String.valueOf(conversion.getValue()), allowed);
		}
		return Message.of("definition.not-a-number", String.valueOf(conversion.getValue()));
	}

	private static @Nullable Throwable find(Throwable error, Class<? extends Throwable> type) {
		for (Throwable cause = error; cause != null; cause = cause.getCause()) {
			if (type.isInstance(cause)) {
				return cause;
			}
		}
		return null;
	}

}
