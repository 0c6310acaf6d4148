package in.suchna.local.stream;

/**
 * How far a mapping has come.
 *
 * @param shard the shard
 * @param sequence the last record that is done with all before it; blank: the whole shard is
 */
record Checkpoint(String shard, String sequence) {

    static Checkpoint endOf(String shard) {
        return new Checkpoint(shard, "");
    }

    boolean isEnd() {
        return sequence.isBlank();
    }
}
