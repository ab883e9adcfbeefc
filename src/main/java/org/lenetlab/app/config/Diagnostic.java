package org.lenetlab.app.config;

/**
 * Something to tell the user about an experiment file.
 *
 * @param message what is wrong, one sentence without a final full stop
 * @param hint what was expected, or a suggestion; empty for none
 */
public record Diagnostic(Severity severity, Place place, String message, String hint) {}
