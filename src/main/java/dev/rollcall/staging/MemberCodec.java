package dev.rollcall.staging;

import dev.rollcall.directory.Fields;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Origin;
import dev.rollcall.directory.Placements;
import dev.rollcall.directory.Schema;

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

	private final PlacementsCodec placements;

	MemberCodec(Schema schema, DepartmentNumbers departments) {
		this.schema = schema;
		this.placements = new PlacementsCodec(departments);
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
			this.placements.write(member.placements(), sink);
		}
		sink.block(member.fields().encoded());
	}

	Member read(ByteSource source) {
		int flags = source.count();
		String userid = source.text();
		String ref = ((flags & SAME_REF) != 0 && userid != null) ? userid : source.textOrEmpty();
		String former = ((flags & RENAMED) != 0) ? source.text() : null;
		Origin origin = ((flags & LOCATED) != 0) ? new Origin(source.count(), source.count()) : null;
		Placements placements = ((flags & PLACED) != 0) ? this.placements.read(source) : null;
		return new Member(ref, userid, former, Fields.decoded(this.schema, source.block()), placements, origin);
	}

}
