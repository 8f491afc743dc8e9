package dev.rollcall.staging;

import java.util.List;

import dev.rollcall.directory.Fields;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Origin;
import dev.rollcall.directory.Placement;
import dev.rollcall.directory.Placements;
import dev.rollcall.directory.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Members as bytes. Departments are written as numbers; a ref that equals the userid in
 * lower case, as it mostly does, is not written at all.
 */
final class MemberCodec {

	private static final int PLACED = 1;

	private static final int LOCATED = 2;

	private static final int SAME_REF = 4;

	private static final int RENAMED = 8;

	private final Schema schema;

	private final DepartmentNumbers departments;

	MemberCodec(Schema schema, DepartmentNumbers departments) {
		this.schema = schema;
		this.departments = departments;
	}

	void write(Member member, ByteSink sink) {
		boolean sameRef = member.ref().equals(member.userid());
		Origin origin = member.origin();
		sink.number(((member.placements() != null) ? PLACED : 0) | ((origin != null) ? LOCATED : 0)
				| (sameRef ? SAME_REF : 0) | ((member.formerUserid() != null) ? RENAMED : 0));
		sink.text(member.userid());
		if (!sameRef) {
			sink.text(member.ref());
		}
		if (member.formerUserid() != null) {
			sink.text(member.formerUserid());
		}
		if (origin != null) {
			sink.number(origin.part()).number(origin.row());
		}
		if (member.placements() != null) {
			write(member.placements(), sink);
		}
		sink.block(member.fields().encoded());
	}

	Member read(ByteSource source) {
		int flags = source.count();
		String userid = source.text();
		String ref = ((flags & SAME_REF) != 0 && userid != null) ? userid : source.textOrEmpty();
		String former = ((flags & RENAMED) != 0) ? source.text() : null;
		Origin origin = ((flags & LOCATED) != 0) ? new Origin(source.count(), source.count()) : null;
		Placements placements = ((flags & PLACED) != 0) ? placements(source) : null;
		return new Member(ref, userid, former, Fields.decoded(this.schema, source.block()), placements, origin);
	}

	private void write(Placements placements, ByteSink sink) {
		List<Placement> list = placements.list();
		sink.number(list.size());
		for (Placement placement : list) {
			sink.number(this.departments.number(placement.department()));
			sink.number((placement.order() != null) ? placement.order() + 1 : 0);
			sink.number((placement.leader() == null) ? 0 : placement.leader() ? 2 : 1);
		}
		sink.number((placements.main() != null) ? this.departments.number(placements.main()) + 1L : 0);
	}

	private Placements placements(ByteSource source) {
		int count = source.count();
		Placement[] list = new Placement[count];
		for (int i = 0; i < count; i++) {
			String department = this.departments.ref(source.count());
			long order = source.number();
			list[i] = new Placement(department, (order > 0) ? order - 1 : null, leader(source.count()));
		}
		int main = source.count();
		return new Placements(List.of(list), (main > 0) ? this.departments.ref(main - 1) : null);
	}

	private static @Nullable Boolean leader(int code) {
		return (code == 0) ? null : (code == 2) ? Boolean.TRUE : Boolean.FALSE;
	}

}
