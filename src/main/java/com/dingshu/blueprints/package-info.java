/**
 * Sets merchants up from folders of plain files: the demonstration's two merchants at each start of the profile {@code demo}, and a real one
 * once, by {@code --dingshu.blueprints.open=FOLDER}. What is there already stays as people have changed it since. It owns no table, has no
 * door and knows every module whose door it fills; nothing knows it.
 */
@ApplicationModule(displayName = "Blueprints")
@NullMarked
package com.dingshu.blueprints;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
