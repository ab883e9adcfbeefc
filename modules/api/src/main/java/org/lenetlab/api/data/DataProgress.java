package org.lenetlab.api.data;

/**
 * How far the fetching of a file has come.
 *
 * @param file its name
 * @param done bytes received
 * @param total bytes in all, or −1 where the server did not say
 */
public record DataProgress(String file, long done, long total) {}
