package dev.rollcall.directory;

import java.util.List;

/**
 * Whether a snapshot is known to be the whole of its directory. Only a whole source may
 * say that somebody has left.
 *
 * @param gaps why something could be missing; empty when the snapshot is proved whole
 */
public record Completeness(List<Message> gaps) {

	public Completeness {
		gaps = List.copyOf(gaps);
	}

	public boolean proved() {
		return this.gaps.isEmpty();
	}

}
