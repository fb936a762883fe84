package com.dingshu.identity;

/**
 * A merchant's own version of a preset role.
 *
 * @param basedOn id of the preset it was copied from
 * @param holders how many people have it
 */
public record RoleCopyInfo(Role role, String basedOn, int holders) {}
