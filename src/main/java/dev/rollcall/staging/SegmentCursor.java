package dev.rollcall.staging;

import java.sql.Blob;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Reads one segment of a snapshot, block by block, so that many segments can be open at
 * once in little memory.
 */
final class SegmentCursor {

	private static final String DATA = """
			SELECT data FROM snapshot_segment WHERE run_id = ? AND side = ? AND kind = ? AND seq = ?""";

	private final JdbcTemplate jdbc;

	private final Object[] id;

	private final String firstKey;

	private final ByteSource blocks;

	private long position = 1;

	/**
	 * A segment that is about to be read.
	 * @param id its primary key
	 * @param firstKey the smallest key in it
	 * @param blocks for each block how many bytes it takes, packed and unpacked
	 */
	SegmentCursor(JdbcTemplate jdbc, Object[] id, String firstKey, byte[] blocks) {
		this.jdbc = jdbc;
		this.id = id;
		this.firstKey = firstKey;
		this.blocks = new ByteSource(blocks);
	}

	String firstKey() {
		return this.firstKey;
	}

	/** The next block, null behind the last. */
	@Nullable ByteSource nextBlock() {
		if (!this.blocks.hasMore()) {
			return null;
		}
		int packed = this.blocks.count();
		int unpacked = this.blocks.count();
		byte[] data = Objects.requireNonNull(this.jdbc.queryForObject(DATA, (row, index) -> {
			Blob blob = row.getBlob(1);
			return blob.getBytes(this.position, packed);
		}, this.id));
		this.position += packed;
		return new ByteSource(PackedBlock.unpack(data, unpacked));
	}

}
