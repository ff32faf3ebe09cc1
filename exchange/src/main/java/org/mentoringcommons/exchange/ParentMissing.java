package org.mentoringcommons.exchange;

/** A fact arrived before the one it belongs to: it is parked until that one takes effect. */
public class ParentMissing extends RuntimeException {

    private final String topic;
    private final String key;

    /**
     * @param topic the parent's topic, to which this service subscribes too
     * @param key the parent's id, of the same institution
     */
    public ParentMissing(String topic, String key) {
        super("waits for " + topic + "/" + key, null, false, false);
        this.topic = topic;
        this.key = key;
    }

    String topic() {
        return topic;
    }

    String key() {
        return key;
    }
}
