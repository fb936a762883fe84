package com.dingshu.archproof;

import org.springframework.stereotype.Service;

/** A door that lets everybody in. */
@Service
public class DoorWithoutPermission {
    public void erase() {}
}
