package dev.rollcall.staging;

import dev.rollcall.directory.Department;
import dev.rollcall.directory.Entry;
import dev.rollcall.directory.EntryKind;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Schema;
import dev.rollcall.plan.Change;
import dev.rollcall.plan.ChangeKind;
import org.jspecify.annotations.Nullable;

/** Changes as bytes. */
final class ChangeCodec {

	private final DepartmentCodec departments;

	private final MemberCodec members;

	private final DepartmentNumbers numbers;

	ChangeCodec(Schema departmentSchema, Schema memberSchema, DepartmentNumbers numbers) {
		this.departments = new DepartmentCodec(departmentSchema);
		this.members = new MemberCodec(memberSchema, numbers);
		this.numbers = numbers;
	}

	void write(Change change, ByteSink sink) {
		sink.number(change.kind().symbol())
			.number((change.entry() == EntryKind.DEPARTMENT) ? 0 : 1)
			.text(change.key())
			.text(change.label())
			.text(change.ref())
			.text(StoredMessage.of(change.reason()));
		write(change.before(), sink);
		write(change.after(), sink);
	}

	Change read(ByteSource source) {
		ChangeKind kind = ChangeKind.of((char) source.number());
		EntryKind entry = (source.number() == 0) ? EntryKind.DEPARTMENT : EntryKind.MEMBER;
		String key = source.textOrEmpty();
		String label = source.text();
		String ref = source.text();
		String reason = source.textOrEmpty();
		Entry before = read(entry, source);
		Entry after = read(entry, source);
		return new Change(kind, entry, key, label, ref, before, after, StoredMessage.message(reason));
	}

	private void write(@Nullable Entry entry, ByteSink sink) {
		sink.number((entry != null) ? 1 : 0);
		if (entry instanceof Department department) {
			if (department.parent() != null) {
				// So that the plan knows its path, too.
				this.numbers.add(department.parent());
			}
			this.departments.write(department, sink);
		}
		else if (entry instanceof Member member) {
			this.members.write(member, sink);
		}
	}

	private @Nullable Entry read(EntryKind kind, ByteSource source) {
		if (source.number() == 0) {
			return null;
		}
		return switch (kind) {
			case DEPARTMENT -> this.departments.read(source);
			case MEMBER -> this.members.read(source);
		};
	}

}
