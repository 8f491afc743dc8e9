package dev.rollcall.connector.remote;

/** Where a call has its token from. */
public interface TokenSupply {

	/** Of a call that needs none. */
	TokenSupply NONE = new TokenSupply() {
		@Override
		public String token() {
			return "";
		}

		@Override
		public String insteadOf(String stale) {
			return "";
		}
	};

	/** The one that is good as far as is known. */
	String token();

	/** Another one. */
	String insteadOf(String stale);

}
