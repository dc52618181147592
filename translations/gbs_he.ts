<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="he" sourcelanguage="en">
<context>
    <name>ColorBar</name>
    <message>
        <source>auto</source>
        <translation>אוטומטי</translation>
    </message>
    <message>
        <source>same scale</source>
        <translation>סולם אחיד</translation>
    </message>
    <message>
        <source>custom</source>
        <translation>מותאם אישית</translation>
    </message>
    <message>
        <source>%1; values %2 to %3</source>
        <translation>%1; ערכים %2 עד %3</translation>
    </message>
</context>
<context>
    <name>FigureExportText</name>
    <message>
        <source>peak %1 at %2, %3</source>
        <translation>שיא %1 בנקודה ⁦%2, %3⁩</translation>
    </message>
    <message>
        <source>Not enough memory.</source>
        <translation>אין די זיכרון.</translation>
    </message>
    <message>
        <source>Nothing to draw. Open a photo first.</source>
        <translation>אין מה לצייר. תחילה יש לפתוח תמונה.</translation>
    </message>
    <message>
        <source>A figure of %1 × %2 pixels is too large. Choose a smaller size.</source>
        <translation>איור של ⁦%1 × %2⁩ פיקסלים גדול מדי. יש לבחור גודל קטן יותר באחוזים.</translation>
    </message>
    <message>
        <source>%1 | %2</source>
        <translation>%1 | %2</translation>
    </message>
</context>
<context>
    <name>FolderExportText</name>
    <message>
        <source>%1: “%2”: %3</source>
        <translation>%1: ״%2״: %3</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) written to %1.</source>
        <translation>
            <numerusform>תמונה %n נכתבה אל %1.</numerusform>
            <numerusform>%n תמונות נכתבו אל %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n already existed.</source>
        <translation>
            <numerusform>פריט %n כבר היה שם.</numerusform>
            <numerusform>%n פריטים כבר היו שם.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) could not be grounded; see the log.</source>
        <translation>
            <numerusform>לא ניתן היה לאתר פריט %n; הפרטים ביומן.</numerusform>
            <numerusform>לא ניתן היה לאתר %n פריטים; הפרטים ביומן.</numerusform>
        </translation>
    </message>
    <message>
        <source>All files already exist.</source>
        <translation>כל הקבצים כבר היו שם.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) written to %1.</source>
        <translation>
            <numerusform>קובץ %n נכתב אל %1.</numerusform>
            <numerusform>%n קבצים נכתבו אל %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HeatmapCanvas</name>
    <message>
        <source>mean</source>
        <translation>ממוצע</translation>
    </message>
    <message>
        <source>detector</source>
        <translation>גלאי</translation>
    </message>
    <message>
        <source>combined</source>
        <translation>משולב</translation>
    </message>
    <message>
        <source>phrases</source>
        <translation>ביטויים</translation>
    </message>
    <message>
        <source>decoder</source>
        <translation>מפענח</translation>
    </message>
    <message>
        <source>image to text</source>
        <translation>תמונה לטקסט</translation>
    </message>
    <message>
        <source>zero-shot, no H&lt;sub&gt;GbS&lt;/sub&gt;</source>
        <translation>ללא אימון (zero-shot), אין H&lt;sub&gt;GbS&lt;/sub&gt;</translation>
    </message>
    <message>
        <source>box scores</source>
        <translation>ציוני התיבות שלו</translation>
    </message>
    <message>
        <source>no phrase reaches %1; lower its threshold in the Layers panel</source>
        <translation>אף ביטוי אינו מגיע ל-%1: אפשר להוריד את הסף בין השכבות</translation>
    </message>
    <message>
        <source>√(mean · detector)</source>
        <translation>√(ממוצע · גלאי)</translation>
    </message>
    <message>
        <source>the part that the phrase means</source>
        <translation>החלק שאליו מתכוון הביטוי</translation>
    </message>
    <message>
        <source>the rest</source>
        <translation>השאר</translation>
    </message>
</context>
<context>
    <name>JobWords</name>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 שע׳ %2 דק׳</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 דק׳ %2 שנ׳</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 שנ׳</translation>
    </message>
    <message>
        <source>Preparing…</source>
        <translation>הכנה…</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n photo(s)</source>
        <translation>
            <numerusform>%1 מתוך תמונה %n</numerusform>
            <numerusform>%1 מתוך %n תמונות</numerusform>
        </translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1 לשנייה</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>נותרו %1</translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>כישלון %n</numerusform>
            <numerusform>%n כישלונות</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <comment>between parts of a list</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>Waiting for other jobs</source>
        <translation>ממתין לעבודה שלפניו</translation>
    </message>
    <message>
        <source>Canceling…</source>
        <translation>סיום…</translation>
    </message>
    <message>
        <source>Canceled.</source>
        <translation>בוטל.</translation>
    </message>
    <message>
        <source>Canceled. %1</source>
        <translation>בוטל. %1</translation>
    </message>
    <message>
        <source>Pausing…</source>
        <translation>מושהה…</translation>
    </message>
    <message>
        <source>Paused. %1</source>
        <translation>מושהה. %1</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>and %1 more</source>
        <translation>ועוד %1</translation>
    </message>
</context>
<context>
    <name>OptionWords</name>
    <message>
        <source>General</source>
        <translation>כללי</translation>
    </message>
    <message>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <source>pixels</source>
        <translation>פיקסלים</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>צעדים</translation>
    </message>
    <message>
        <source>threads</source>
        <translation>תהליכונים</translation>
    </message>
    <message>
        <source>pairs</source>
        <translation>זוגות</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>תצלומים</translation>
    </message>
    <message>
        <source>Captions</source>
        <translation>כיתובים</translation>
    </message>
    <message>
        <source>Start from the model</source>
        <translation>התחלה מהמודל</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>אורך</translation>
    </message>
    <message>
        <source>Random seed</source>
        <translation>זרע אקראי</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>התקן</translation>
    </message>
    <message>
        <source>Pretrained image encoder</source>
        <translation>מקודד תמונה מאומן מראש</translation>
    </message>
    <message>
        <source>Weights of the image encoder</source>
        <translation>משקלי מקודד התמונה</translation>
    </message>
    <message>
        <source>List of photos to use</source>
        <translation>רשימת התמונות לשימוש</translation>
    </message>
    <message>
        <source>Archives of photos and captions</source>
        <translation>ארכיונים של תמונות וכיתובים</translation>
    </message>
    <message>
        <source>Photos shuffled together</source>
        <translation>תמונות בערבוב משותף</translation>
    </message>
    <message>
        <source>First photos only</source>
        <translation>רק התמונות הראשונות</translation>
    </message>
    <message>
        <source>Reading threads</source>
        <translation>תהליכוני קריאה</translation>
    </message>
    <message>
        <source>Folder for encoded data</source>
        <translation>תיקייה לנתונים מקודדים</translation>
    </message>
    <message>
        <source>Validation photos</source>
        <translation>תמונות אימות</translation>
    </message>
    <message>
        <source>Validation phrases</source>
        <translation>ביטויי אימות</translation>
    </message>
    <message>
        <source>Validate every</source>
        <translation>אימות כל</translation>
    </message>
    <message>
        <source>Use every n-th phrase</source>
        <translation>שימוש בכל ביטוי n-י</translation>
    </message>
    <message>
        <source>Save every</source>
        <translation>שמירה כל</translation>
    </message>
    <message>
        <source>Checkpoints to keep</source>
        <translation>נקודות שמירה לשמר</translation>
    </message>
    <message>
        <source>Preview every</source>
        <translation>תצוגה מקדימה כל</translation>
    </message>
    <message>
        <source>Previews to keep</source>
        <translation>תצוגות מקדימות לשמר</translation>
    </message>
    <message>
        <source>Log every</source>
        <translation>רישום כל</translation>
    </message>
    <message>
        <source>Image encoder</source>
        <translation>מקודד תמונה</translation>
    </message>
    <message>
        <source>Language model</source>
        <translation>מודל שפה</translation>
    </message>
    <message>
        <source>Levels of features</source>
        <translation>רמות מאפיינים</translation>
    </message>
    <message>
        <source>Side of the input</source>
        <translation>צלע הקלט</translation>
    </message>
    <message>
        <source>Width of the necks</source>
        <translation>רוחב שכבות הביניים</translation>
    </message>
    <message>
        <source>Attenuation by the text</source>
        <translation>הנחתה לפי הטקסט</translation>
    </message>
    <message>
        <source>Strength of the attenuation</source>
        <translation>עוצמת ההנחתה</translation>
    </message>
    <message>
        <source>Width of the decoder</source>
        <translation>רוחב המפענח</translation>
    </message>
    <message>
        <source>Levels that match the text</source>
        <translation>רמות המושוות לטקסט</translation>
    </message>
    <message>
        <source>Average with the mirror image</source>
        <translation>מיצוע עם תמונת המראה</translation>
    </message>
    <message>
        <source>Blur of the maps</source>
        <translation>טשטוש המפות</translation>
    </message>
    <message>
        <source>Blur of H_GbS</source>
        <translation>טשטוש H_GbS</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>אצווה</translation>
    </message>
    <message>
        <source>Side of the training photos</source>
        <translation>צלע תמונות האימון</translation>
    </message>
    <message>
        <source>Train the image encoder</source>
        <translation>אימון מקודד התמונה</translation>
    </message>
    <message>
        <source>Train the necks</source>
        <translation>אימון שכבות הביניים</translation>
    </message>
    <message>
        <source>Train the text projection</source>
        <translation>אימון היטל הטקסט</translation>
    </message>
    <message>
        <source>Train the decoder</source>
        <translation>אימון המפענח</translation>
    </message>
    <message>
        <source>Keep encoded photos</source>
        <translation>שמירת תמונות מקודדות</translation>
    </message>
    <message>
        <source>Blend</source>
        <translation>מיזוג</translation>
    </message>
    <message>
        <source>Smallest crop</source>
        <translation>החיתוך הקטן ביותר</translation>
    </message>
    <message>
        <source>Stretch of crops</source>
        <translation>מתיחת חיתוכים</translation>
    </message>
    <message>
        <source>Mirror images</source>
        <translation>תמונות מראה</translation>
    </message>
    <message>
        <source>Swap "left" and "right"</source>
        <translation>החלפת "שמאל" ו"ימין"</translation>
    </message>
    <message>
        <source>Change of colors</source>
        <translation>שינוי צבעים</translation>
    </message>
    <message>
        <source>Gray photos</source>
        <translation>תמונות אפורות</translation>
    </message>
    <message>
        <source>Phrases instead of captions</source>
        <translation>ביטויים במקום כיתובים</translation>
    </message>
    <message>
        <source>Left out words</source>
        <translation>מילים שהושמטו</translation>
    </message>
    <message>
        <source>Weight of the separation</source>
        <translation>משקל ההפרדה</translation>
    </message>
    <message>
        <source>Weight of wrong texts</source>
        <translation>משקל טקסטים שגויים</translation>
    </message>
    <message>
        <source>Weight of missing texts</source>
        <translation>משקל טקסטים חסרים</translation>
    </message>
    <message>
        <source>Teacher</source>
        <translation>מורה</translation>
    </message>
    <message>
        <source>Close-ups per photo</source>
        <translation>תקריבים לכל תמונה</translation>
    </message>
    <message>
        <source>Weight of the teacher's maps</source>
        <translation>משקל המפות של המורה</translation>
    </message>
    <message>
        <source>Weight of image to text</source>
        <translation>משקל תמונה לטקסט</translation>
    </message>
    <message>
        <source>Ramp of the weights</source>
        <translation>עליית המשקלים</translation>
    </message>
    <message>
        <source>Wrong texts</source>
        <translation>טקסטים שגויים</translation>
    </message>
    <message>
        <source>Match of words and places</source>
        <translation>התאמת מילים ומקומות</translation>
    </message>
    <message>
        <source>Sum over words</source>
        <translation>סכימה על מילים</translation>
    </message>
    <message>
        <source>Compare across processes</source>
        <translation>השוואה בין תהליכים</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>טמפרטורה</translation>
    </message>
    <message>
        <source>Train the temperature</source>
        <translation>אימון הטמפרטורה</translation>
    </message>
    <message>
        <source>Share of Perlin noise</source>
        <translation>חלק רעש פרלין</translation>
    </message>
    <message>
        <source>Coarsest lattice</source>
        <translation>הסריג הגס ביותר</translation>
    </message>
    <message>
        <source>Finest lattice</source>
        <translation>הסריג העדין ביותר</translation>
    </message>
    <message>
        <source>Fewest octaves</source>
        <translation>מספר האוקטבות הקטן</translation>
    </message>
    <message>
        <source>Most octaves</source>
        <translation>מספר האוקטבות הגדול</translation>
    </message>
    <message>
        <source>Strength of finer octaves</source>
        <translation>עוצמת אוקטבות עדינות</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>ניגודיות</translation>
    </message>
    <message>
        <source>Threshold at the median</source>
        <translation>סף בחציון</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>סף</translation>
    </message>
    <message>
        <source>Share of Gaussians</source>
        <translation>חלק גאוסיאנים</translation>
    </message>
    <message>
        <source>Smallest spread</source>
        <translation>הפיזור הקטן</translation>
    </message>
    <message>
        <source>Largest spread</source>
        <translation>הפיזור הגדול</translation>
    </message>
    <message>
        <source>Share of circles</source>
        <translation>חלק עיגולים</translation>
    </message>
    <message>
        <source>Smallest radius</source>
        <translation>הרדיוס הקטן</translation>
    </message>
    <message>
        <source>Largest radius</source>
        <translation>הרדיוס הגדול</translation>
    </message>
    <message>
        <source>Exchanged photos</source>
        <translation>תמונות מוחלפות</translation>
    </message>
    <message>
        <source>Share of scale and shift</source>
        <translation>חלק שינוי גודל והזזה</translation>
    </message>
    <message>
        <source>Smallest scale</source>
        <translation>קנה המידה הקטן</translation>
    </message>
    <message>
        <source>Largest scale</source>
        <translation>קנה המידה הגדול</translation>
    </message>
    <message>
        <source>Share of half-planes</source>
        <translation>חלק חצאי מישור</translation>
    </message>
    <message>
        <source>Smallest offset</source>
        <translation>ההיסט הקטן</translation>
    </message>
    <message>
        <source>Largest offset</source>
        <translation>ההיסט הגדול</translation>
    </message>
    <message>
        <source>Hardest edge</source>
        <translation>הקצה החד</translation>
    </message>
    <message>
        <source>Softest edge</source>
        <translation>הקצה הרך</translation>
    </message>
    <message>
        <source>Share of adversarial alphas</source>
        <translation>חלק אלפא יריב</translation>
    </message>
    <message>
        <source>Adversarial steps</source>
        <translation>צעדים יריבים</translation>
    </message>
    <message>
        <source>Adversarial rate</source>
        <translation>קצב יריב</translation>
    </message>
    <message>
        <source>Share of recurrent alphas</source>
        <translation>חלק אלפא חוזר</translation>
    </message>
    <message>
        <source>Unblended photos</source>
        <translation>תמונות ללא מיזוג</translation>
    </message>
    <message>
        <source>Blur of recurrent alphas</source>
        <translation>טשטוש אלפא חוזר</translation>
    </message>
    <message>
        <source>Power of recurrent alphas</source>
        <translation>חזקת אלפא חוזר</translation>
    </message>
    <message>
        <source>Scale of recurrent alphas</source>
        <translation>סולם אלפא חוזר</translation>
    </message>
    <message>
        <source>Maps of an averaged model</source>
        <translation>מפות של מודל ממוצע</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>ממטב</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>קצב למידה</translation>
    </message>
    <message>
        <source>Rate of the encoder</source>
        <translation>קצב המקודד</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>דעיכת משקלים</translation>
    </message>
    <message>
        <source>Largest gradient</source>
        <translation>הגרדיאנט הגדול</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>לוח זמנים</translation>
    </message>
    <message>
        <source>Warm-up</source>
        <translation>חימום</translation>
    </message>
    <message>
        <source>Decay every</source>
        <translation>דעיכה כל</translation>
    </message>
    <message>
        <source>Averaging of weights</source>
        <translation>מיצוע משקלים</translation>
    </message>
    <message>
        <source>Precision of numbers</source>
        <translation>דיוק המספרים</translation>
    </message>
</context>
<context>
    <name>QObject</name>
    <message>
        <source>%1: no map was computed. %2</source>
        <translation>%1: לא נוצרה מפה. %2</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>Grounding report</source>
        <translation>דוח איתור</translation>
    </message>
    <message>
        <source>photo</source>
        <translation>תמונה</translation>
    </message>
    <message>
        <source>peak</source>
        <translation>שיא</translation>
    </message>
    <message>
        <source>at</source>
        <translation>בנקודה</translation>
    </message>
    <message>
        <source>correct</source>
        <translation>נכון</translation>
    </message>
    <message>
        <source>incorrect</source>
        <translation>שגוי</translation>
    </message>
    <message>
        <source>unsure</source>
        <translation>לא בטוח</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>מודל</translation>
    </message>
    <message>
        <source>File</source>
        <translation>קובץ</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>התקן</translation>
    </message>
    <message>
        <source>Encoders</source>
        <translation>מקודדים</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>קלט</translation>
    </message>
    <message>
        <source>Trained on</source>
        <translation>אומן על</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>דיוק</translation>
    </message>
    <message>
        <source>phrases, protocol</source>
        <translation>ביטויים, פרוטוקול</translation>
    </message>
    <message>
        <source>Made with</source>
        <translation>נוצר באמצעות</translation>
    </message>
    <message>
        <source>Colors of the maps, 0 to 1 in every photo</source>
        <translation>צבעי המפות, 0 עד 1 בכל תמונה</translation>
    </message>
    <message>
        <source>Totals</source>
        <translation>סיכומים</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>תמונות</translation>
    </message>
    <message>
        <source>Phrases</source>
        <translation>ביטויים</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>נכשלו</translation>
    </message>
    <message>
        <source>the decoder&apos;s map</source>
        <translation>מפת המפענח</translation>
    </message>
    <message>
        <source>image to text</source>
        <translation>תמונה לטקסט</translation>
    </message>
    <message>
        <source>geometric mean of both</source>
        <translation>ממוצע גאומטרי של שתיהן</translation>
    </message>
    <message>
        <source>colors</source>
        <translation>צבעים</translation>
    </message>
    <message>
        <source>lowest</source>
        <translation>הנמוך ביותר</translation>
    </message>
    <message>
        <source>highest</source>
        <translation>הגבוה ביותר</translation>
    </message>
    <message>
        <source>Colors of each map, from its lowest to its highest value</source>
        <translation>צבעי כל מפה, מהערך הנמוך ביותר שלה ועד הגבוה ביותר</translation>
    </message>
    <message>
        <source>Colors of the maps, from the lowest to the highest value of all maps of a photo</source>
        <translation>צבעי המפות, מהערך הנמוך ביותר ועד הגבוה ביותר בכל המפות של תמונה</translation>
    </message>
    <message>
        <source>Colors of the maps, the same in every photo</source>
        <translation>צבעי המפות, זהים בכל תמונה</translation>
    </message>
    <message>
        <source>absent</source>
        <translation>לא נמצא</translation>
    </message>
    <message>
        <source>Photos in this report</source>
        <translation>התצלומים בדוח זה</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>להציג</translation>
    </message>
    <message>
        <source>all</source>
        <translation>הכול</translation>
    </message>
    <message>
        <source>not judged</source>
        <translation>לא נשפט</translation>
    </message>
    <message>
        <source>strength</source>
        <translation>חוזק</translation>
    </message>
    <message>
        <source>none</source>
        <translation>אין</translation>
    </message>
    <message>
        <source>weak</source>
        <translation>חלש</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>בינוני</translation>
    </message>
    <message>
        <source>strong</source>
        <translation>חזק</translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message>
        <source>%1 % (%2–%3 %)</source>
        <translation>⁦%1% (%2–%3%)⁩</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>נכון</translation>
    </message>
    <message>
        <source>Incorrect</source>
        <translation>שגוי</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>לא בטוח</translation>
    </message>
    <message>
        <source>Absent</source>
        <translation>חסר</translation>
    </message>
</context>
<context>
    <name>ReviewDatabase</name>
    <message>
        <source>%1: larger than the limit for reviews (1 GiB)</source>
        <translation>%1: גדול מן המותר לקובץ סקירות (1 GiB)</translation>
    </message>
    <message>
        <source>%1: not a file of reviews</source>
        <translation>%1: הקובץ מכיל דבר אחר ולא סקירות</translation>
    </message>
    <message>
        <source>%1 was written by a newer version of GbS Explorer (format %2; this version supports %3). Update the program to review photos in this folder. The file was not changed.</source>
        <translation>%1 נוצר בגרסה חדשה יותר של GbS Explorer (הפורמט שלו הוא %2, גרסה זו מכירה את %3). כדי לשפוט תמונות בתיקייה זו יש לעדכן את התוכנה; הקובץ נותר כפי שהיה.</translation>
    </message>
    <message>
        <source>%1 was moved or deleted</source>
        <translation>%1 הועבר או נמחק</translation>
    </message>
    <message>
        <source>%1 cannot be read</source>
        <translation>אי אפשר לקרוא את %1</translation>
    </message>
</context>
<context>
    <name>ReviewStore</name>
    <message>
        <source>The reviews in %1 are damaged, and the file is read-only. %2 verdict(s) could be recovered.</source>
        <translation>הסקירות ב־%1 פגומות ולא ניתן לכתוב אותן; היה אפשר לקרוא מהן %2 הכרעות.</translation>
    </message>
    <message>
        <source>%1 is read-only. Its reviews are saved in %2.</source>
        <translation>לא ניתן לכתוב אל %1: הסקירות נשמרות ב־%2.</translation>
    </message>
    <message>
        <source>%1. The file cannot be renamed either. Move it to review photos in %2.</source>
        <translation>%1. גם לא ניתן לשנות את שמו: יש להעביר אותו למקום אחר כדי לשפוט תמונות של %2.</translation>
    </message>
    <message>
        <source>The reviews of this folder were damaged (%1). The file was renamed to %2, and %3 verdict(s) were recovered into a new file.</source>
        <translation>הסקירות של תיקייה זו היו פגומות (%1). הקובץ נשמר בשם %2; היה אפשר לקרוא %3 הכרעות, והן בקובץ חדש.</translation>
    </message>
    <message>
        <source>Neither %1 nor %2 is writable. Make one of them writable or free some space.</source>
        <translation>לא ניתן לכתוב אל %1 ואף לא אל %2: יש לאפשר כתיבה לאחד מהם או לפנות מקום.</translation>
    </message>
    <message>
        <source>%1 no longer exists. Its reviews are saved in %2.</source>
        <translation>%1 אינו קיים עוד: הסקירות נשמרות ב־%2.</translation>
    </message>
    <message>
        <source>All reviews of the folder were saved again in %1.</source>
        <translation>כל הסקירות של התיקייה נשמרו מחדש ב־%1.</translation>
    </message>
    <message>
        <source>The reviews in %1 were moved to %2. The old file is now %3.</source>
        <translation>סקירות שנשמרו ב־%1 נמצאות עכשיו ב־%2. הקובץ הישן הוא %3.</translation>
    </message>
</context>
<context>
    <name>RunWords</name>
    <message>
        <source>Starting</source>
        <translation>בהפעלה</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>פועלת</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>מושהית</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>בעצירה</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>נעצרה</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>הושלמה</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>נכשלה</translation>
    </message>
    <message>
        <source>Stopped unexpectedly</source>
        <translation>נעצרה באופן לא צפוי</translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation>לא קריאה</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 שע׳ %2 דק׳</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 דק׳ %2 שנ׳</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 שנ׳</translation>
    </message>
    <message>
        <source>Fork it with a smaller batch or input_size; the same values would fail again.</source>
        <translation>יש לפצל אותה עם batch או input_size קטנים יותר: אותם מספרים ייכשלו שוב.</translation>
    </message>
    <message>
        <source>Fork it from its last good checkpoint with a lower optimizer.learning_rate, or with optimizer.clip set.</source>
        <translation>יש לפצל אותה מנקודת הביקורת התקינה האחרונה עם optimizer.learning_rate נמוך יותר, או עם optimizer.clip מוגדר.</translation>
    </message>
    <message>
        <source>Free disk space, then continue.</source>
        <translation>יש לפנות מקום בדיסק, ואז להמשיך.</translation>
    </message>
    <message>
        <source>Continue resumes from the checkpoint at step %1.</source>
        <translation>״המשך״ ממשיך מנקודת הביקורת בצעד %1.</translation>
    </message>
    <message>
        <source>There is no checkpoint yet; Continue starts at the first step.</source>
        <translation>אין עדיין נקודת ביקורת: ״המשך״ מתחיל מהצעד הראשון.</translation>
    </message>
    <message>
        <source>PID %1 on %2</source>
        <translation>PID %1 ב-%2</translation>
    </message>
    <message>
        <source>process unknown</source>
        <translation>תהליך לא ידוע</translation>
    </message>
    <message>
        <source>On %1: %2.</source>
        <translation>על %1: %2.</translation>
    </message>
    <message>
        <source>The trainer was started and has not reported yet.</source>
        <translation>תוכנית האימון הופעלה ועדיין לא דיווחה דבר.</translation>
    </message>
    <message>
        <source>Running (%1).</source>
        <translation>פועלת (%1).</translation>
    </message>
    <message>
        <source>The trainer is paused (%1); Resume continues it.</source>
        <translation>תוכנית האימון ממתינה (%1); ״חידוש״ ימשיך אותה.</translation>
    </message>
    <message>
        <source>Stopped before its last step.</source>
        <translation>הסתיימה לפני הצעד האחרון.</translation>
    </message>
    <message>
        <source>All steps are done. Continue trains more steps.</source>
        <translation>כל הצעדים בוצעו. ״המשך״ מאמן צעדים נוספים.</translation>
    </message>
    <message>
        <source>Stopped unexpectedly (killed or out of memory; %1).</source>
        <translation>נעצרה באופן לא צפוי (נהרגה או שנגמר הזיכרון; %1).</translation>
    </message>
    <message>
        <source>Its last heartbeat was at %1.</source>
        <translation>סימן החיים האחרון שלה היה ב־%1.</translation>
    </message>
</context>
<context>
    <name>gbs::app::AboutDialog</name>
    <message>
        <source>Third-Party &amp;Notices…</source>
        <translation>&amp;הודעות צד שלישי…</translation>
    </message>
    <message>
        <source>Licenses and origins of the parts of other authors</source>
        <translation>רישיונות ומקורות של רכיבים מאת מחברים אחרים</translation>
    </message>
    <message>
        <source>Third-Party Notices</source>
        <translation>הודעות צד שלישי</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>אין עדיין</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>&amp;Copy Diagnostics</source>
        <translation>ה&amp;עתקת נתוני אבחון</translation>
    </message>
    <message>
        <source>About GbS Explorer</source>
        <translation>אודות GbS Explorer</translation>
    </message>
    <message>
        <source>GbS Explorer %1</source>
        <translation>GbS Explorer %1</translation>
    </message>
    <message>
        <source>Shows where a phrase is in a photo. Trained only on photos and their captions.</source>
        <translation>תוכנה שמראה היכן בתמונה נמצא ביטוי, מתוך למידה מתמונות ומכיתובים בלבד.</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>מודל</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>התקן</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>גרסאות</translation>
    </message>
    <message>
        <source>License</source>
        <translation>רישיון</translation>
    </message>
    <message>
        <source>Free software, GPL-3.0-or-later</source>
        <translation>תוכנה חופשית, GPL-3.0-or-later</translation>
    </message>
    <message>
        <source>Copies versions, devices, settings and the last log lines for a bug report</source>
        <translation>גרסאות, התקנים, הגדרות והשורות האחרונות של היומן, לצורך דיווח על תקלה</translation>
    </message>
    <message>
        <source>Collecting…</source>
        <translation>איסוף…</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>הועתק</translation>
    </message>
</context>
<context>
    <name>gbs::app::ActionRegistry</name>
    <message>
        <source>%1 (%2)</source>
        <comment>tool tip and its keys</comment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>gbs::app::AlphaTab</name>
    <message>
        <source>&amp;Use in New Run</source>
        <translation>&amp;שימוש בהרצה החדשה</translation>
    </message>
    <message>
        <source>α</source>
        <translation>α</translation>
    </message>
    <message>
        <source>Two photos and their blend</source>
        <translation>שתי תמונות והמיזוג שלהן</translation>
    </message>
    <message>
        <source>Blends of a batch</source>
        <translation>מיזוגים של אצווה</translation>
    </message>
    <message>
        <source>Generator of the alpha map (section 4.4.3 of the paper)</source>
        <translation>כיצד נוצרת מפת האלפא שלמעלה (סעיף 4.4.3 במאמר)</translation>
    </message>
    <message>
        <source>Random seed of the maps</source>
        <translation>גרעין אחר מצייר מפות אחרות עם אותן אפשרויות</translation>
    </message>
    <message>
        <source>Photo weighted by α</source>
        <translation>התמונה ש־α מראה</translation>
    </message>
    <message>
        <source>Photo weighted by 1 − α</source>
        <translation>התמונה ש־⁦1 − α⁩ מראה</translation>
    </message>
    <message>
        <source>Copies these alpha options to the form of a new run</source>
        <translation>העברת אפשרויות האלפא האלה לטופס של הרצה חדשה</translation>
    </message>
    <message>
        <source>Generat&amp;or</source>
        <translation>מחול&amp;ל</translation>
    </message>
    <message>
        <source>&amp;Seed</source>
        <translation>&amp;גרעין</translation>
    </message>
    <message>
        <source>Photo &amp;1</source>
        <translation>תמונה &amp;1</translation>
    </message>
    <message>
        <source>Photo &amp;2</source>
        <translation>תמונה &amp;2</translation>
    </message>
    <message>
        <source>Shares of a batch</source>
        <translation>חלקים באצווה</translation>
    </message>
    <message>
        <source>Relative frequency of each generator; only the ratios matter. The lower row shows a sample batch.</source>
        <translation>באיזו תדירות מופיע כל מחולל; רק היחסים קובעים. השורה התחתונה מראה אצווה כזו.</translation>
    </message>
    <message>
        <source> %</source>
        <translation>%</translation>
    </message>
    <message>
        <source>Choose a Photo</source>
        <translation>בחירת תמונה</translation>
    </message>
    <message>
        <source>Photos (%1)</source>
        <translation>תמונות (%1)</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>בחירה…</translation>
    </message>
    <message>
        <source>All shares are 0. A run needs at least one positive share.</source>
        <translation>כל החלקים הם 0: להרצה דרוש לפחות חלק אחד שאינו 0.</translation>
    </message>
    <message>
        <source>I&lt;sub&gt;1&lt;/sub&gt;</source>
        <translation>I&lt;sub&gt;1&lt;/sub&gt;</translation>
    </message>
    <message>
        <source>I1</source>
        <translation>I1</translation>
    </message>
    <message>
        <source>I&lt;sub&gt;2&lt;/sub&gt;</source>
        <translation>I&lt;sub&gt;2&lt;/sub&gt;</translation>
    </message>
    <message>
        <source>I2</source>
        <translation>I2</translation>
    </message>
    <message>
        <source>Weight of the first photo: white is 1, black is 0</source>
        <translation>כמה מהתמונה הראשונה יש בכל מקום: לבן הוא כולה</translation>
    </message>
    <message>
        <source>I&lt;sub&gt;b&lt;/sub&gt;</source>
        <translation>I&lt;sub&gt;b&lt;/sub&gt;</translation>
    </message>
    <message>
        <source>Ib</source>
        <translation>Ib</translation>
    </message>
    <message>
        <source>The blend: α I1 + (1 − α) I2</source>
        <translation>המיזוג: ⁦α I1 + (1 − α) I2⁩</translation>
    </message>
    <message>
        <source>mean %1, signal %2</source>
        <translation>ממוצע %1, אות %2</translation>
    </message>
    <message>
        <source>The signal is 2 Var α, the loss of a model that predicts the mean everywhere.</source>
        <translation>האות הוא ⁦2 Var α⁩, ההפסד של מודל שעונה בכל מקום את הממוצע.</translation>
    </message>
    <message>
        <source>A blend from a batch with these shares</source>
        <translation>מיזוג מתוך אצווה עם חלקים אלה</translation>
    </message>
</context>
<context>
    <name>gbs::app::BatchDialog</name>
    <message>
        <source>&amp;Skip files already exported</source>
        <translation>&amp;דילוג על קבצים שכבר יוצאו</translation>
    </message>
    <message>
        <source>Export Heatmaps</source>
        <translation>ייצוא מפות חום</translation>
    </message>
    <message>
        <source>Export Report</source>
        <translation>ייצוא דוח</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>photos and how many</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Photos to export</source>
        <translation>התמונות לייצוא</translation>
    </message>
    <message>
        <source>H_GbS, the &amp;decoder&apos;s map</source>
        <translation>H_GbS, מפת המ&amp;פענח</translation>
    </message>
    <message>
        <source>H_i2t, &amp;image to text</source>
        <translation>H_i2t, תמונה ל&amp;טקסט</translation>
    </message>
    <message>
        <source>&amp;Mean of both</source>
        <translation>ממו&amp;צע של שתיהן</translation>
    </message>
    <message>
        <source>&amp;Overlay on the photo (PNG)</source>
        <translation>&amp;שכבת־על על התמונה, PNG</translation>
    </message>
    <message>
        <source>&amp;16-bit PNG (0-65535 = 0-1)</source>
        <translation>PNG של &amp;16 סיביות (0-65535 = 0-1)</translation>
    </message>
    <message>
        <source>&amp;NumPy .npy (float32)</source>
        <translation>&amp;NumPy .npy, float32</translation>
    </message>
    <message>
        <source>Maps</source>
        <translation>מפות</translation>
    </message>
    <message>
        <source>Files (at the photo&apos;s resolution)</source>
        <translation>קבצים, בגודל התמונה בפיקסלים</translation>
    </message>
    <message>
        <source>Skips files listed in the folder&apos;s maps.jsonl and writes only the missing ones</source>
        <translation>שמירה על מה שרשום בקובץ maps.jsonl של התיקייה וכתיבת החסר בלבד</translation>
    </message>
    <message>
        <source>Destination folder</source>
        <translation>התיקייה שאליה נכתבים הקבצים</translation>
    </message>
    <message>
        <source>Destination file (HTML with embedded images)</source>
        <translation>קובץ ה־HTML; התמונות כלולות בו</translation>
    </message>
    <message>
        <source>…</source>
        <translation>…</translation>
    </message>
    <message>
        <source>Choose the destination</source>
        <translation>בחירת מקום לכתיבה</translation>
    </message>
    <message>
        <source>&amp;Photos</source>
        <translation>&amp;תמונות</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>תי&amp;קייה</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;קובץ</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;ייצוא</translation>
    </message>
    <message>
        <source>Folder for the heatmaps</source>
        <translation>תיקייה למפות החום</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>דוח</translation>
    </message>
    <message>
        <source>Reports (*.html)</source>
        <translation>דוחות (*.html)</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>photos and phrases</comment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation>
            <numerusform>תמונה %n</numerusform>
            <numerusform>%n תמונות</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n phrase(s)</source>
        <translation>
            <numerusform>ביטוי %n</numerusform>
            <numerusform>%n ביטויים</numerusform>
        </translation>
    </message>
    <message>
        <source>No phrases yet. Type a phrase first.</source>
        <translation>אין עדיין ביטוי: תחילה יש להקליד אחד.</translation>
    </message>
    <message>
        <source>Choose at least one map and one file format.</source>
        <translation>יש לבחור לפחות מפה אחת וסוג קובץ אחד.</translation>
    </message>
    <message>
        <source>%1. The file exists and will be replaced.</source>
        <translation>%1. הקובץ כבר קיים ויוחלף.</translation>
    </message>
    <message>
        <source>Choose at least one map.</source>
        <translation>יש לבחור לפחות מפה אחת.</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n file(s)</source>
        <translation>
            <numerusform>%1: קובץ %n</numerusform>
            <numerusform>%1: %n קבצים</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gbs::app::BenchmarkController</name>
    <message>
        <source>Benchmark</source>
        <translation>מבחן ביצועים</translation>
    </message>
    <message>
        <source>Next P&amp;hrase of the Result</source>
        <translation>הביטוי ה&amp;בא בתוצאה</translation>
    </message>
    <message>
        <source>Step through the phrases listed in the benchmark panel</source>
        <translation>עובר על הביטויים שלוח מבחן הביצועים מציג</translation>
    </message>
    <message>
        <source>Previous Phra&amp;se of the Result</source>
        <translation>הביטוי ה&amp;קודם בתוצאה</translation>
    </message>
    <message>
        <source>%1 has been scored. The scores of all phrases are in %2.</source>
        <translation>%1 דורג; הביטויים נמצאים ב־%2.</translation>
    </message>
    <message>
        <source>Stopped. The scores so far are saved; Resume continues.</source>
        <translation>נעצר. מה שדורג נשמר; המשך ימשיך.</translation>
    </message>
    <message>
        <source>Checking %1…</source>
        <translation>בודק את %1…</translation>
    </message>
    <message>
        <source>Open Results</source>
        <translation>ציוני כל הביטויים</translation>
    </message>
    <message>
        <source>Results (%1)</source>
        <translation>תוצאות (%1)</translation>
    </message>
    <message>
        <source>Cannot create %1. Choose another file for the scores.</source>
        <translation>לא ניתן ליצור את %1; יש לבחור מקום אחר לציונים</translation>
    </message>
    <message>
        <source>The open benchmark does not contain the photo %1. Open its benchmark to see it.</source>
        <translation>התמונה %1 אינה במבחן הביצועים הפתוח; יש לפתוח את התיקייה שלה כדי לראותה</translation>
    </message>
    <message>
        <source>the benchmark %1</source>
        <translation>מבחן הביצועים %1</translation>
    </message>
    <message>
        <source>Pausing…</source>
        <translation>מושהה…</translation>
    </message>
</context>
<context>
    <name>gbs::app::BenchmarkForm</name>
    <message>
        <source>&amp;Open Benchmark…</source>
        <translation>&amp;פתיחת מבחן ביצועים…</translation>
    </message>
    <message>
        <source>Add &amp;Model…</source>
        <translation>הוספת &amp;מודל…</translation>
    </message>
    <message>
        <source>Add &amp;Boxes…</source>
        <translation>הוספת &amp;תיבות…</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>מודלים</translation>
    </message>
    <message>
        <source>Detectors</source>
        <translation>גלאים</translation>
    </message>
    <message>
        <source>Also wri&amp;te a report</source>
        <translation>כ&amp;תיבת דוח נוסף</translation>
    </message>
    <message>
        <source>A dataset in its original layout: %1, or a folder with phrases in a TSV or JSONL file</source>
        <translation>מערך נתונים כפי שמחבריו מפיצים אותו: %1, או תיקייה עם קובץ TSV או JSONL של ביטויים</translation>
    </message>
    <message>
        <source>Split of the benchmark</source>
        <translation>חלק ממבחן הביצועים</translation>
    </message>
    <message>
        <source>all</source>
        <translation>הכול</translation>
    </message>
    <message>
        <source>Scores only the first phrases (0: all)</source>
        <translation>מדרג רק את הביטויים הראשונים; 0: את כולם</translation>
    </message>
    <message>
        <source>Maps to combine, joined by + and separated by spaces, such as mean+detector. If empty, the mean map is combined with each detector.</source>
        <translation>מפות המחוברות ב־+ ומופרדות ברווחים: mean+detector. ריק: המפה הממוצעת עם כל גלאי</translation>
    </message>
    <message>
        <source>mean+detector</source>
        <translation>mean+detector</translation>
    </message>
    <message>
        <source>File for the scores of every phrase (JSONL, as written by gbs evaluate --per-phrase)</source>
        <translation>היכן נשמרים ציוני כל הביטויים (JSONL, כמו gbs evaluate --per-phrase)</translation>
    </message>
    <message>
        <source>Sp&amp;lit</source>
        <translation>ח&amp;לק</translation>
    </message>
    <message>
        <source>Point into mas&amp;ks</source>
        <translation>הצבעה לתוך מס&amp;כות</translation>
    </message>
    <message>
        <source>Hits count inside the masks of the data set in place of its boxes (COCO, RefCOCO, outlines of annotation tools); with the protocol plain</source>
        <translation>פגיעות נספרות בתוך המסכות של מאגר הנתונים במקום בתיבות שלו (COCO, RefCOCO, קווי מתאר של כלי תיוג); עם הפרוטוקול plain</translation>
    </message>
    <message>
        <source>Proto&amp;col</source>
        <translation>פ&amp;רוטוקול</translation>
    </message>
    <message>
        <source>P&amp;hrases</source>
        <translation>ביטו&amp;יים</translation>
    </message>
    <message>
        <source>&amp;Ensembles</source>
        <translation>&amp;הרכבים</translation>
    </message>
    <message>
        <source>Save scores &amp;to</source>
        <translation>&amp;ציונים ב־</translation>
    </message>
    <message>
        <source>An HTML file next to the scores with tables, plots, examples and everything needed to reproduce them</source>
        <translation>קובץ HTML לצד הציונים: טבלאות, תרשימים, דוגמאות, ומה שנדרש לשחזור</translation>
    </message>
    <message>
        <source>Checkpoints to score</source>
        <translation>נקודות ביקורת לדירוג</translation>
    </message>
    <message>
        <source>Checkpoints (%1)</source>
        <translation>נקודות ביקורת (%1)</translation>
    </message>
    <message>
        <source>Boxes of a detector</source>
        <translation>תיבות של גלאי</translation>
    </message>
    <message>
        <source>Boxes (%1)</source>
        <translation>תיבות (%1)</translation>
    </message>
    <message>
        <source>Folder of a benchmark</source>
        <translation>תיקיית מבחן ביצועים</translation>
    </message>
    <message>
        <source>default (current model)</source>
        <translation>ברירת מחדל (המודל הנוכחי)</translation>
    </message>
    <message>
        <source>%1 (current model)</source>
        <translation>%1 (של החלון)</translation>
    </message>
    <message numerus="yes">
        <source>%1 in %2, %n photo(s)</source>
        <translation>
            <numerusform>%1 ב־%2, תמונה %n</numerusform>
            <numerusform>%1 ב־%2, %n תמונות</numerusform>
        </translation>
    </message>
    <message>
        <source>Box files and running detectors to score, alone and combined with each model</source>
        <translation>קובצי תיבות וגלאים פועלים שמדורגים לבדם ועם כל מודל</translation>
    </message>
    <message>
        <source> s</source>
        <translation> שנ׳</translation>
    </message>
    <message>
        <source>How long a running detector may take for a phrase</source>
        <translation>כמה זמן מותר לגלאי פועל לענות על ביטוי</translation>
    </message>
    <message>
        <source>&amp;Detector</source>
        <translation>&amp;גלאי</translation>
    </message>
    <message>
        <source>Answer l&amp;imit</source>
        <translation>&amp;זמן מענה</translation>
    </message>
</context>
<context>
    <name>gbs::app::BenchmarkJob</name>
    <message>
        <source>Reading the benchmark…</source>
        <translation>קורא את מבחן הביצועים…</translation>
    </message>
    <message>
        <source>Loading models…</source>
        <translation>טוען מודלים…</translation>
    </message>
    <message>
        <source>Scoring…</source>
        <translation>מדרג…</translation>
    </message>
    <message>
        <source>Writing the report…</source>
        <translation>כותב את הדוח…</translation>
    </message>
</context>
<context>
    <name>gbs::app::BenchmarkPanel</name>
    <message>
        <source>%1 - %2: %3 points, 95% interval %4 to %5; %6 won, %7 lost, McNemar&apos;s test p = %8</source>
        <translation>%1 פחות %2: %3 נקודות, רווח 95 % מ־%4 עד %5; %6 נוספו, %7 אבדו, מבחן מקנמר p = %8</translation>
    </message>
    <message>
        <source>Open Resul&amp;ts…</source>
        <translation>פתיחת &amp;תוצאות…</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>תוצאות</translation>
    </message>
    <message>
        <source>Results of this and earlier runs. Checked results are plotted together; two checked results are compared.</source>
        <translation>תוצאות של הרצה זו ושל קודמות. המסומנות מוצגות זו על זו; שתיים מושוות.</translation>
    </message>
    <message>
        <source>Opens scores written by gbs evaluate --per-phrase or by this window</source>
        <translation>קובץ של gbs evaluate --per-phrase, או קובץ שנשמר כאן</translation>
    </message>
    <message>
        <source>Removes the selected result from the list but keeps its file</source>
        <translation>מסיר את התוצאה הנבחרת מהרשימה; הקובץ שלה נשאר</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>ציונים</translation>
    </message>
    <message>
        <source>All</source>
        <translation>הכול</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>משווה…</translation>
    </message>
    <message>
        <source>below 5%</source>
        <translation>מתחת ל־5 %</translation>
    </message>
    <message>
        <source>5-15%</source>
        <translation>5-15 %</translation>
    </message>
    <message>
        <source>15-40%</source>
        <translation>15-40 %</translation>
    </message>
    <message>
        <source>40% or more</source>
        <translation>40 % ויותר</translation>
    </message>
    <message>
        <source>What to score</source>
        <translation>מה למדוד</translation>
    </message>
    <message>
        <source>Phrases of the result</source>
        <translation>הביטויים של התוצאה</translation>
    </message>
    <message>
        <source>The scores of models and detectors are shown here. Open a benchmark and start, or open results of gbs evaluate.</source>
        <translation>כאן מוצגים הציונים של מודלים וגלאים. פתחו מבחן והתחילו, או פתחו תוצאות של gbs evaluate.</translation>
    </message>
    <message>
        <source>Open a Benchmark…</source>
        <translation>פתיחת מבחן…</translation>
    </message>
    <message>
        <source>Remove from &amp;List</source>
        <translation>הסרה מה&amp;רשימה</translation>
    </message>
</context>
<context>
    <name>gbs::app::BoxesController</name>
    <message>
        <source>Open &amp;Ground Truth…</source>
        <translation>פתיחת &amp;אמת בסיס…</translation>
    </message>
    <message>
        <source>Close Ground &amp;Truth</source>
        <translation>&amp;סגירת אמת הבסיס</translation>
    </message>
    <message>
        <source>Open &amp;Detector Boxes…</source>
        <translation>פתיחת תיבות &amp;גלאי…</translation>
    </message>
    <message>
        <source>The boxes of a detector: JSONL or COCO JSON</source>
        <translation>תיבות שגלאי מצא: JSONL או COCO JSON</translation>
    </message>
    <message>
        <source>Close Detector &amp;Boxes</source>
        <translation>סגירת תי&amp;בות הגלאי</translation>
    </message>
    <message>
        <source>Add the Phrases of the &amp;Ground Truth</source>
        <translation>הוספת ביטויי &amp;אמת הבסיס</translation>
    </message>
    <message>
        <source>Add all phrases of the ground truth for this photo</source>
        <translation>כל הביטויים שיש באמת הבסיס לתמונה זו</translation>
    </message>
    <message>
        <source>Open ground truth</source>
        <translation>פתיחת אמת בסיס</translation>
    </message>
    <message>
        <source>Phrases and boxes (%1);;All files (*)</source>
        <translation>ביטויים ותיבות (%1);;כל הקבצים (*)</translation>
    </message>
    <message>
        <source>Open detector boxes (COCO results together with their instances file)</source>
        <translation>פתיחת תיבות גלאי (תוצאות COCO יחד עם קובץ ה־instances שלהן)</translation>
    </message>
    <message>
        <source>Boxes (%1);;All files (*)</source>
        <translation>תיבות (%1);;כל הקבצים (*)</translation>
    </message>
    <message>
        <source>A table of phrases and boxes (TSV), or a file in a folder of annotations of another tool</source>
        <translation>טבלה של ביטויים ותיבות (TSV), או קובץ בתיקייה של תיוגים מתוכנה אחרת</translation>
    </message>
    <message>
        <source>Open &amp;Annotations of a Detector…</source>
        <translation>פתיחת סימו&amp;נים של גלאי…</translation>
    </message>
    <message>
        <source>A folder of annotations of labelme, YOLO, Pascal VOC and others, as boxes of a detector</source>
        <translation>תיקייה של סימונים של labelme, YOLO, Pascal VOC ואחרים, כתיבות של גלאי</translation>
    </message>
    <message>
        <source>Open a folder of annotations as boxes of a detector</source>
        <translation>פתיחת תיקיית סימונים כתיבות של גלאי</translation>
    </message>
    <message>
        <source>Folder of Annotations</source>
        <translation>תיקיית סימונים</translation>
    </message>
    <message>
        <source>%1 has annotations of %2.</source>
        <translation>ב־%1 יש סימונים של %2.</translation>
    </message>
    <message>
        <source>What do you want to open?</source>
        <translation>מה לפתוח?</translation>
    </message>
    <message>
        <source>&amp;Photos (%1)</source>
        <translation>&amp;תמונות (%1)</translation>
    </message>
    <message>
        <source>&amp;Ground Truth</source>
        <translation>&amp;אמת בסיס</translation>
    </message>
    <message>
        <source>&amp;Detector Boxes</source>
        <translation>תיבות &amp;גלאי</translation>
    </message>
</context>
<context>
    <name>gbs::app::CanvasController</name>
    <message>
        <source>&amp;Show the Maps</source>
        <translation>&amp;הצגת המפות</translation>
    </message>
    <message>
        <source>Show or hide the maps on the photo</source>
        <translation>הצגה או הסתרה של המפות מעל התמונה</translation>
    </message>
    <message>
        <source>&amp;Zoom In</source>
        <translation>זום: ה&amp;תקרבות</translation>
    </message>
    <message>
        <source>Zoom &amp;Out</source>
        <translation>זום: הת&amp;רחקות</translation>
    </message>
    <message>
        <source>&amp;Fit to Window</source>
        <translation>התאמה לח&amp;לון</translation>
    </message>
    <message>
        <source>&amp;Actual Size</source>
        <translation>גודל &amp;אמיתי</translation>
    </message>
    <message>
        <source>100 %: one photo pixel on one screen pixel</source>
        <translation>100%: פיקסל אחד של התמונה על פיקסל אחד של המסך</translation>
    </message>
    <message>
        <source>Screen pixels per photo pixel, in percent</source>
        <translation>פיקסלים של המסך לכל פיקסל של התמונה, באחוזים</translation>
    </message>
    <message>
        <source>x %1  y %2</source>
        <translation>x %1  y %2</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>שכבות</translation>
    </message>
    <message>
        <source>S&amp;wipe between A and B</source>
        <translation>ה&amp;חלקה בין A ל־B</translation>
    </message>
    <message>
        <source>A and B in one tile with a divider to drag</source>
        <translation>A ו־B במשבצת אחת, ביניהם מחיצה שאפשר לגרור</translation>
    </message>
    <message>
        <source>&amp;Keep Zoom between Photos</source>
        <translation>שמירת ה&amp;זום בין תמונות</translation>
    </message>
    <message>
        <source>If off, photos of a different size are fitted to the window</source>
        <translation>כבוי: תמונה בגודל אחר מותאמת לחלון</translation>
    </message>
    <message>
        <source>Open a file of detector boxes (File menu) or run a detector (Model menu) to see its boxes here.</source>
        <translation>כדי לראות כאן תיבות גלאי יש לפתוח קובץ שלהן (תפריט ״קובץ״) או להפעיל גלאי (תפריט ״מודל״).</translation>
    </message>
    <message>
        <source>no model yet</source>
        <translation>אין עדיין מודל</translation>
    </message>
    <message>
        <source>nothing to compare with yet</source>
        <translation>אין עדיין למה להשוות</translation>
    </message>
    <message>
        <source>Stop Compa&amp;ring</source>
        <translation>הפס&amp;קת ההשוואה</translation>
    </message>
    <message>
        <source>Add another phrase to compare with, or choose a model to compare with in the Model menu.</source>
        <translation>יש להוסיף ביטוי נוסף להשוואה, או לבחור מודל להשוואה בתפריט ״מודל״.</translation>
    </message>
    <message>
        <source>A&amp;uto</source>
        <translation>&amp;אוטומטי</translation>
    </message>
    <message>
        <source>The colors span the values of each map</source>
        <translation>הצבעים משתרעים על ערכי כל מפה</translation>
    </message>
    <message>
        <source>Sa&amp;me Scale</source>
        <translation>&amp;סולם אחיד</translation>
    </message>
    <message>
        <source>The colors span the values of all maps shown, the same for each</source>
        <translation>הצבעים משתרעים על ערכי כל המפות המוצגות, באותו אופן לכולן</translation>
    </message>
    <message>
        <source>0–1</source>
        <translation>0–1</translation>
    </message>
    <message>
        <source>The colors span 0 to 1 in every photo</source>
        <translation>הצבעים משתרעים מ-0 עד 1 בכל תמונה</translation>
    </message>
    <message>
        <source>There is no C yet: choose a second model in the Model menu.</source>
        <translation>אין עדיין C: יש לבחור מודל שני בתפריט ״מודל״.</translation>
    </message>
    <message>
        <source>There is no C yet: run a detector or another method (Model menu), or open a file of detector boxes (File menu).</source>
        <translation>אין עדיין C: יש להפעיל גלאי או שיטה אחרת (תפריט ״מודל״), או לפתוח קובץ של תיבות גלאי (תפריט ״קובץ״).</translation>
    </message>
</context>
<context>
    <name>gbs::app::PhraseBrowser</name>
    <message>
        <source>Pre&amp;vious</source>
        <translation>ה&amp;קודם</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>ה&amp;בא</translation>
    </message>
    <message>
        <source>All</source>
        <translation>הכול</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>פגיעות</translation>
    </message>
    <message>
        <source>Misses</source>
        <translation>החטאות</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>דולגו</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>אבדו</translation>
    </message>
    <message>
        <source>Won</source>
        <translation>נוספו</translation>
    </message>
    <message>
        <source>Phrases to list. Lost and won are the phrases where the selected result differs from the other checked result.</source>
        <translation>אילו ביטויים מוצגים; אבדו ונוספו הם אלה שבהם התוצאה הנבחרת שונה מהתוצאה המסומנת האחרת</translation>
    </message>
    <message>
        <source>Map to show hits and misses for</source>
        <translation>הפגיעות וההחטאות של מי</translation>
    </message>
    <message>
        <source>Kind of phrases to list</source>
        <translation>רק ביטויים מסוג זה</translation>
    </message>
    <message>
        <source>Phrases of the result</source>
        <translation>הביטויים של התוצאה</translation>
    </message>
    <message numerus="yes">
        <source>%n phrase(s)</source>
        <translation>
            <numerusform>ביטוי %n</numerusform>
            <numerusform>%n ביטויים</numerusform>
        </translation>
    </message>
    <message>
        <source>The phrases of a result are listed here. Click on one of its bars or scores.</source>
        <translation>כאן רשומים הביטויים של תוצאה. לחצו על אחד העמודות או הציונים שלה.</translation>
    </message>
</context>
<context>
    <name>gbs::app::SpeakerWindow</name>
    <message>
        <source>Speaker Notes</source>
        <translation>הערות הדובר</translation>
    </message>
    <message>
        <source>The photo alone</source>
        <translation>התמונה לבדה</translation>
    </message>
    <message>
        <source>No note</source>
        <translation>אין הערה</translation>
    </message>
    <message>
        <source>This is the last one.</source>
        <translation>זו האחרונה.</translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation>הבא: %1</translation>
    </message>
    <message>
        <source>Next photo: %1</source>
        <translation>התמונה הבאה: %1</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
</context>
<context>
    <name>gbs::widgets::CanvasView</name>
    <message>
        <source>Only the decoder&apos;s map</source>
        <translation>מפת המפענח לבדה</translation>
    </message>
    <message>
        <source>Only the map of image and text features</source>
        <translation>המפה של מאפייני התמונה והטקסט לבדה</translation>
    </message>
    <message>
        <source>Only the geometric mean of both maps</source>
        <translation>הממוצע הגאומטרי של שתי המפות לבדו</translation>
    </message>
    <message>
        <source>All visible layers on top of each other</source>
        <translation>כל השכבות הגלויות זו מעל זו</translation>
    </message>
    <message>
        <source>Two phrases or two models side by side</source>
        <translation>שני ביטויים או שני מודלים זה לצד זה</translation>
    </message>
    <message>
        <source>&amp;Phrases as Colors</source>
        <translation>&amp;ביטויים כצבעים</translation>
    </message>
    <message>
        <source>Each pixel in the color of the phrase with the highest value</source>
        <translation>כל מקום בצבע של הביטוי שערכו שם הוא הגבוה ביותר</translation>
    </message>
    <message>
        <source>&amp;Three Maps</source>
        <translation>&amp;שלוש מפות</translation>
    </message>
    <message>
        <source>&amp;GbS</source>
        <translation>&amp;GbS</translation>
    </message>
    <message>
        <source>&amp;i2t</source>
        <translation>&amp;i2t</translation>
    </message>
    <message>
        <source>&amp;Mean</source>
        <translation>&amp;ממוצע</translation>
    </message>
    <message>
        <source>All &amp;Layers</source>
        <translation>&amp;כל השכבות</translation>
    </message>
    <message>
        <source>A and &amp;B</source>
        <translation>A ו־&amp;B</translation>
    </message>
    <message>
        <source>&amp;Detector</source>
        <translation>&amp;גלאי</translation>
    </message>
    <message>
        <source>The mean map, a detector&apos;s boxes, and both combined</source>
        <translation>מפת הממוצע, התיבות של גלאי, ושילוב של שתיהן</translation>
    </message>
    <message>
        <source>&amp;Separated Photo</source>
        <translation>תמונה &amp;מופרדת</translation>
    </message>
    <message>
        <source>The photo split into the part that the phrase means and the rest: H · I and (1 − H) · I</source>
        <translation>התמונה מפוצלת לחלק שאליו מתכוון הביטוי ולשאר: H · I ו־(1 − H) · I</translation>
    </message>
    <message>
        <source>A, B and &amp;C</source>
        <translation>A, B ו־&amp;C</translation>
    </message>
    <message>
        <source>Two models and a detector or another method side by side</source>
        <translation>שני מודלים וגלאי או שיטה אחרת זה לצד זה</translation>
    </message>
</context>
<context>
    <name>gbs::widgets::ColorBar</name>
    <message>
        <source>Colors of the values. The triangles mark the lowest and highest values of this map.</source>
        <translation>צבעי הערכים. המשולשים מראים את הערך הנמוך ביותר ואת הערך הגבוה ביותר של מפה זו.</translation>
    </message>
    <message>
        <source>Color bar %1</source>
        <translation>סרגל צבע %1</translation>
    </message>
    <message>
        <source>%1
Now: %2</source>
        <translation>%1
עכשיו: %2</translation>
    </message>
</context>
<context>
    <name>gbs::widgets::CurvePlot</name>
    <message>
        <source>Step %1</source>
        <translation>צעד %1</translation>
    </message>
    <message>
        <source>%1 samples</source>
        <translation>%1 דוגמאות</translation>
    </message>
    <message>
        <source>%1 (smoothed %2)</source>
        <translation>%1 (מוחלק %2)</translation>
    </message>
    <message>
        <source>%1: %2 = %3</source>
        <translation>%1: %2 = %3</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>צעד</translation>
    </message>
    <message>
        <source>Samples (image-text pairs)</source>
        <translation>דוגמאות (זוגות של תמונה וטקסט)</translation>
    </message>
    <message>
        <source>Seconds, estimated from the rate</source>
        <translation>שניות, הערכה לפי הקצב</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>שניות</translation>
    </message>
    <message>
        <source>Time, estimated from the rate</source>
        <translation>זמן, הערכה לפי הקצב</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>זמן</translation>
    </message>
    <message>
        <source>Drag to pan. Click, then turn the wheel to zoom x, or y with Shift. Double-click to show all.
Left and Right step through the values, + and − zoom, Home shows all, Enter enlarges.</source>
        <translation>גרירה מזיזה. לאחר לחיצה, הגלגלת מגדילה את x, ועם Shift את y. לחיצה כפולה מציגה הכול.
ימינה ושמאלה עוברים בין הערכים, + ו־− משנים את הגודל, Home מציג הכול, Enter מגדיל.</translation>
    </message>
    <message>
        <source>Show all plots again (Enter)</source>
        <translation>הצגת כל התרשימים שוב (Enter)</translation>
    </message>
    <message>
        <source>Show this plot alone (Enter)</source>
        <translation>הצגת תרשים זה לבדו (Enter)</translation>
    </message>
</context>
<context>
    <name>gbs::app::CurvesTab</name>
    <message>
        <source>Cannot write %1: %2. Choose another location or free some space.</source>
        <translation>לא ניתן לכתוב אל %1: %2. יש לבחור מקום אחר או לפנות מקום.</translation>
    </message>
    <message>
        <source>Not enough memory for the image.</source>
        <translation>אין די זיכרון לתמונה.</translation>
    </message>
    <message>
        <source>No curves to export.</source>
        <translation>אין עקומות לכתיבה.</translation>
    </message>
    <message>
        <source>Losses</source>
        <translation>הפסדים</translation>
    </message>
    <message>
        <source>total</source>
        <translation>סך הכול</translation>
    </message>
    <message>
        <source>Pointing accuracy in %</source>
        <translation>דיוק ההצבעה ב־%</translation>
    </message>
    <message>
        <source>mean map</source>
        <translation>מפת הממוצע</translation>
    </message>
    <message>
        <source>Center baseline</source>
        <translation>תמיד האמצע</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>קצב הלמידה</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>קצב הלמידה</translation>
    </message>
    <message>
        <source>Gradient norm</source>
        <translation>נורמת הגרדיאנט</translation>
    </message>
    <message>
        <source>norm</source>
        <translation>נורמה</translation>
    </message>
    <message>
        <source>Images per second</source>
        <translation>תמונות בשנייה</translation>
    </message>
    <message>
        <source>images per second</source>
        <translation>תמונות בשנייה</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a number, and the run that it is of</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Log &amp;x</source>
        <translation>לוג &amp;x</translation>
    </message>
    <message>
        <source>Log &amp;y</source>
        <translation>לוג &amp;y</translation>
    </message>
    <message>
        <source>Choose a run to see its curves.</source>
        <translation>יש לבחור הרצה כדי לראות את העקומות שלה.</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>צעד</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>דוגמאות</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>זמן</translation>
    </message>
    <message>
        <source>Unit of the horizontal axis: optimizer steps, pairs of photo and text, or time since the first logged step</source>
        <translation>מה סופר הציר האופקי: צעדי אופטימיזציה, זוגות של תמונה וטקסט, או הזמן מאז הצעד הראשון שנרשם</translation>
    </message>
    <message>
        <source>Horizontal axis</source>
        <translation>ציר אופקי</translation>
    </message>
    <message>
        <source>Weight of past values in the exponential moving average, 0 to 0.99. The raw curve stays visible.</source>
        <translation>משקל העבר בממוצע מעריכי של הערכים שנרשמו, 0 עד 0.99; הקו המקורי נשאר מאחוריו</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>החלקה</translation>
    </message>
    <message>
        <source>Logarithmic horizontal axis</source>
        <translation>ציר אופקי לוגריתמי</translation>
    </message>
    <message>
        <source>Logarithmic vertical axes; zero and negative values are not drawn</source>
        <translation>צירים אנכיים לוגריתמיים; ערכים של 0 ומטה אינם מצוירים</translation>
    </message>
    <message>
        <source>Expor&amp;t</source>
        <translation>&amp;ייצוא</translation>
    </message>
    <message>
        <source>Exports the curves to a file</source>
        <translation>כתיבת העקומות לקובץ</translation>
    </message>
    <message>
        <source>Values as CSV…</source>
        <translation>ערכים כ־CSV…</translation>
    </message>
    <message>
        <source>Image as PNG…</source>
        <translation>תמונה כ־PNG…</translation>
    </message>
    <message>
        <source>Vectors as PDF…</source>
        <translation>וקטורים כ־PDF…</translation>
    </message>
    <message>
        <source>Show &amp;All</source>
        <translation>הצגת ה&amp;כול</translation>
    </message>
    <message>
        <source>Shows the complete curves</source>
        <translation>שוב כל עקומה בשלמותה</translation>
    </message>
    <message>
        <source>&amp;Over</source>
        <translation>ל&amp;פי</translation>
    </message>
    <message>
        <source>&amp;Smoothing</source>
        <translation>הח&amp;לקה</translation>
    </message>
    <message>
        <source>Export Curves</source>
        <translation>ייצוא עקומות</translation>
    </message>
    <message numerus="yes">
        <source>At most %n run(s) can be compared with this run.</source>
        <translation>
            <numerusform>אפשר להניח על הרצה לכל היותר הרצה %n נוספת.</numerusform>
            <numerusform>אפשר להניח על הרצה לכל היותר %n הרצות נוספות.</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>קריאה…</translation>
    </message>
    <message>
        <source>This run has logged nothing yet.</source>
        <translation>הרצה זו עדיין לא רשמה דבר.</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) of the metrics could not be read.</source>
        <translation>
            <numerusform>לא ניתן היה לקרוא שורה %n של המדדים.</numerusform>
            <numerusform>לא ניתן היה לקרוא %n שורות של המדדים.</numerusform>
        </translation>
    </message>
    <message>
        <source>Curves exported to %1.</source>
        <translation>העקומות נכתבו אל %1.</translation>
    </message>
    <message>
        <source>L_sep / (2 Var α); 1 means nothing is learned</source>
        <translation>L_sep / (2 Var α); ב־1 לא נלמד דבר</translation>
    </message>
    <message>
        <source>L_sep / (2 Var α)</source>
        <translation>L_sep / (2 Var α)</translation>
    </message>
    <message>
        <source>Different options</source>
        <translation>אפשרויות שונות</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>השוואה עם</translation>
    </message>
    <message>
        <source>The options are the same</source>
        <translation>האפשרויות זהות</translation>
    </message>
</context>
<context>
    <name>gbs::app::DetectorSource</name>
    <message>
        <source>map for “%1”</source>
        <translation>מפה עבור ״%1״</translation>
    </message>
    <message>
        <source>boxes for “%1”</source>
        <translation>תיבות עבור ״%1״</translation>
    </message>
    <message>
        <source>boxes of the class “%1”</source>
        <translation>תיבות של המחלקה ״%1״</translation>
    </message>
    <message>
        <source>no box for “%1”</source>
        <translation>אין תיבה עבור ״%1״</translation>
    </message>
    <message>
        <source>%1: %2 boxes in %3 images</source>
        <translation>%1: %2 תיבות ב־%3 תמונות</translation>
    </message>
    <message>
        <source>%1; skipped: %2</source>
        <translation>%1; דולגו: %2</translation>
    </message>
    <message>
        <source>starting…</source>
        <translation>מופעל…</translation>
    </message>
    <message>
        <source>not running; Model &gt; Detector &gt; Run starts it</source>
        <translation>אינו פועל; מודל &gt; גלאי &gt; הפעלה מפעיל אותו</translation>
    </message>
    <message>
        <source>not running; %1</source>
        <translation>אינו פועל; %1</translation>
    </message>
    <message>
        <source>waiting for its answer…</source>
        <translation>ממתין לתשובה…</translation>
    </message>
</context>
<context>
    <name>gbs::app::Explorer</name>
    <message>
        <source>Waiting for the detector…</source>
        <translation>המתנה לגלאי…</translation>
    </message>
    <message>
        <source>Cannot load the model. %1</source>
        <translation>לא ניתן היה לטעון את המודל. %1</translation>
    </message>
    <message>
        <source>Type a phrase first, such as “a dog” or “the sky”.</source>
        <translation>תחילה יש להקליד מה לחפש, למשל ״a dog״ או ״the sky״.</translation>
    </message>
    <message>
        <source>Open a photo to see where “%1” is.</source>
        <translation>יש לפתוח תמונה כדי לראות היכן נמצא ״%1״.</translation>
    </message>
    <message>
        <source>%1 ms per phrase</source>
        <translation>%1 אלפיות שנייה לביטוי</translation>
    </message>
    <message>
        <source>photo %1 ms, %2</source>
        <translation>תמונה: %1 אלפיות שנייה, %2</translation>
    </message>
    <message>
        <source>“%1”: %2</source>
        <translation>״%1״: %2</translation>
    </message>
    <message>
        <source>Loading the model…</source>
        <translation>טעינת המודל…</translation>
    </message>
    <message>
        <source>Grounding…</source>
        <translation>איתור…</translation>
    </message>
    <message>
        <source>Cannot load the model to compare with. %1</source>
        <translation>לא ניתן היה לטעון את המודל להשוואה. %1</translation>
    </message>
    <message>
        <source>Add “%1”</source>
        <translation>הוספת ״%1״</translation>
    </message>
    <message numerus="yes">
        <source>Add %n phrase(s)</source>
        <translation>
            <numerusform>הוספת ביטוי %n</numerusform>
            <numerusform>הוספת %n ביטויים</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove “%1”</source>
        <translation>הסרת ״%1״</translation>
    </message>
    <message>
        <source>Remove all phrases</source>
        <translation>הסרת כל הביטויים</translation>
    </message>
    <message>
        <source>A phrase must not be empty. “%1” is kept.</source>
        <translation>ביטוי אינו יכול להיות ריק: ״%1״ נשאר.</translation>
    </message>
    <message>
        <source>“%1” is already in the list.</source>
        <translation>״%1״ כבר ברשימה.</translation>
    </message>
    <message>
        <source>Rename “%1”</source>
        <translation>שינוי השם של ״%1״</translation>
    </message>
    <message>
        <source>Move “%1”</source>
        <translation>העברת ״%1״</translation>
    </message>
    <message>
        <source>Hide “%1”</source>
        <translation>הסתרת ״%1״</translation>
    </message>
    <message>
        <source>Show “%1”</source>
        <translation>הצגת ״%1״</translation>
    </message>
    <message>
        <source>Color of “%1”</source>
        <translation>הצבע של ״%1״</translation>
    </message>
    <message>
        <source>Reading boxes…</source>
        <translation>קריאת תיבות…</translation>
    </message>
    <message>
        <source>Sort the phrases by strength</source>
        <translation>מיון הביטויים לפי חוזק</translation>
    </message>
    <message>
        <source>Keep “%1” to this photo</source>
        <translation>״%1״ לתמונה זו בלבד</translation>
    </message>
    <message>
        <source>Show “%1” in all photos</source>
        <translation>הצגת ״%1״ בכל התמונות</translation>
    </message>
    <message>
        <source>Open the photos of these reviews first, then the reviews again.</source>
        <translation>יש לפתוח תחילה את התמונות של הסקירות האלה, ואז שוב את הסקירות.</translation>
    </message>
</context>
<context>
    <name>gbs::app::ExportController</name>
    <message>
        <source>Exports</source>
        <translation>ייצואים</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;ייצוא</translation>
    </message>
    <message>
        <source>&amp;Figure…</source>
        <translation>&amp;איור…</translation>
    </message>
    <message>
        <source>Export the current view as PNG, SVG or PDF</source>
        <translation>כתיבת מה שנראה לקובץ PNG,‏ SVG או PDF</translation>
    </message>
    <message>
        <source>&amp;Copy Figure</source>
        <translation>ה&amp;עתקת האיור</translation>
    </message>
    <message>
        <source>Copy the current view with the settings of the last export</source>
        <translation>העתקת מה שנראה, לפי הבחירות של הייצוא האחרון</translation>
    </message>
    <message>
        <source>&amp;Heatmaps…</source>
        <translation>&amp;מפות חום…</translation>
    </message>
    <message>
        <source>Export the maps of a photo or a folder as 16-bit PNG and .npy</source>
        <translation>כתיבת המפות של תמונה או של תיקייה שלמה כקובצי PNG של 16 סיביות ו־.npy</translation>
    </message>
    <message>
        <source>&amp;Report…</source>
        <translation>&amp;דוח…</translation>
    </message>
    <message>
        <source>Export an HTML file with photos, phrases and their maps</source>
        <translation>כתיבת קובץ HTML עם תמונות, ביטויים והמפות שלהם</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Exports are running</source>
        <translation>ייצואים עדיין פועלים</translation>
    </message>
    <message numerus="yes">
        <source>%n export(s) are not finished. Cancel them and close? Files already written are complete.</source>
        <translation>
            <numerusform>ייצוא %n עדיין לא הסתיים. לבטל אותו ולסגור? קבצים שנכתבו נשארים שלמים.</numerusform>
            <numerusform>%n ייצואים עדיין לא הסתיימו. לבטל אותם ולסגור? קבצים שנכתבו נשארים שלמים.</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel Exports and &amp;Close</source>
        <translation>ביטול הייצואים ו&amp;סגירה</translation>
    </message>
    <message>
        <source>&amp;Keep Exporting</source>
        <translation>ה&amp;משך הייצוא</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>״%1״</translation>
    </message>
    <message>
        <source>model %1</source>
        <translation>מודל %1</translation>
    </message>
    <message>
        <source>Export Figure</source>
        <translation>ייצוא איור</translation>
    </message>
    <message>
        <source>Figures (%1)</source>
        <translation>איורים (%1)</translation>
    </message>
    <message>
        <source>Figure %1</source>
        <translation>איור %1</translation>
    </message>
    <message>
        <source>Figure written to %1.</source>
        <translation>האיור נכתב אל %1.</translation>
    </message>
    <message>
        <source>Copy of the figure</source>
        <translation>העתק של האיור</translation>
    </message>
    <message>
        <source>The figure has been copied to the clipboard.</source>
        <translation>האיור נמצא בלוח.</translation>
    </message>
    <message>
        <source>The current photo</source>
        <translation>התמונה המוצגת</translation>
    </message>
    <message>
        <source>Photos in the list</source>
        <translation>התמונות ברשימה</translation>
    </message>
    <message>
        <source>All photos</source>
        <translation>כל התמונות</translation>
    </message>
    <message>
        <source>Heatmaps of %1</source>
        <translation>מפות חום של %1</translation>
    </message>
    <message>
        <source>No model is loaded.</source>
        <translation>לא נטען מודל.</translation>
    </message>
    <message numerus="yes">
        <source>Heatmaps of %n photo(s)</source>
        <translation>
            <numerusform>מפות חום של תמונה %n</numerusform>
            <numerusform>מפות חום של %n תמונות</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Report of %n photo(s)</source>
        <translation>
            <numerusform>דוח על תמונה %n</numerusform>
            <numerusform>דוח על %n תמונות</numerusform>
        </translation>
    </message>
    <message>
        <source>Progress of exports and reports</source>
        <translation>התקדמות של ייצואים ודוחות</translation>
    </message>
    <message>
        <source>&amp;Show Exports</source>
        <translation>&amp;הצגת ייצואים</translation>
    </message>
</context>
<context>
    <name>gbs::app::ExportDialog</name>
    <message>
        <source>Export Figure</source>
        <translation>ייצוא איור</translation>
    </message>
    <message>
        <source>PNG (raster)</source>
        <translation>PNG, פיקסלים</translation>
    </message>
    <message>
        <source>SVG (text and lines as vectors)</source>
        <translation>SVG, אותיות וקווים כווקטורים</translation>
    </message>
    <message>
        <source>PDF (text and lines as vectors)</source>
        <translation>PDF, אותיות וקווים כווקטורים</translation>
    </message>
    <message>
        <source>File format</source>
        <translation>סוג הקובץ</translation>
    </message>
    <message>
        <source>&amp;Titles</source>
        <translation>כו&amp;תרות</translation>
    </message>
    <message>
        <source>Name and peak above each map</source>
        <translation>שם ושיא מעל כל מפה</translation>
    </message>
    <message>
        <source>&amp;Color bars</source>
        <translation>סרגלי &amp;צבע</translation>
    </message>
    <message>
        <source>Color scale below each map</source>
        <translation>צבעים וערכים מתחת לכל מפה</translation>
    </message>
    <message>
        <source>C&amp;aption</source>
        <translation>כיתו&amp;ב</translation>
    </message>
    <message>
        <source>Phrase, model and photo below the figure</source>
        <translation>ביטוי, מודל ותמונה מתחת לאיור</translation>
    </message>
    <message>
        <source>&amp;Legend</source>
        <translation>&amp;מקרא</translation>
    </message>
    <message>
        <source>Phrases and their colors below the figure</source>
        <translation>הביטויים וצבעיהם מתחת לאיור</translation>
    </message>
    <message>
        <source> %</source>
        <translation>%</translation>
    </message>
    <message>
        <source>Scale of the photos, in percent of their resolution</source>
        <translation>פיקסלים של האיור לכל פיקסל של התמונה, באחוזים</translation>
    </message>
    <message>
        <source>Size of the figure</source>
        <translation>גודל האיור</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;פורמט</translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation>&amp;גודל</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;ייצוא…</translation>
    </message>
    <message>
        <source>%1 × %2 pixels</source>
        <translation>⁦%1 × %2⁩ פיקסלים</translation>
    </message>
</context>
<context>
    <name>gbs::app::TaskQueue</name>
    <message>
        <source>Not enough memory.</source>
        <translation>אין די זיכרון.</translation>
    </message>
    <message>
        <source>unknown error</source>
        <translation>שגיאה לא ידועה</translation>
    </message>
</context>
<context>
    <name>gbs::app::FilmTab</name>
    <message>
        <source>&amp;Draw</source>
        <translation>ציו&amp;ר</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>ביטו&amp;ל</translation>
    </message>
    <message>
        <source>Map of the phrase for each checkpoint</source>
        <translation>הביטוי בכל נקודת ביקורת</translation>
    </message>
    <message>
        <source>This run has no checkpoint yet.</source>
        <translation>הרצה זו עדיין לא שמרה נקודת ביקורת.</translation>
    </message>
    <message>
        <source>A phrase</source>
        <translation>ביטוי</translation>
    </message>
    <message>
        <source>Phrase to ground in the current photo with each checkpoint</source>
        <translation>מה נשאלת כל נקודת ביקורת על התמונה שהחלון מציג</translation>
    </message>
    <message>
        <source>Phrase</source>
        <translation>ביטוי</translation>
    </message>
    <message>
        <source>Mean map</source>
        <translation>מפת הממוצע</translation>
    </message>
    <message>
        <source>Map to show</source>
        <translation>איזו משלוש המפות</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>מפה</translation>
    </message>
    <message>
        <source>Loads the checkpoints one by one; each takes a few seconds</source>
        <translation>טעינת נקודות הביקורת בזו אחר זו; כל אחת אורכת כמה שניות</translation>
    </message>
    <message>
        <source>Stops after the current checkpoint</source>
        <translation>עצירה אחרי נקודת הביקורת שנטענת כעת</translation>
    </message>
    <message>
        <source>Canceled.</source>
        <translation>בוטל.</translation>
    </message>
    <message>
        <source>Choose a run to see how its checkpoints ground a phrase.</source>
        <translation>יש לבחור הרצה כדי לראות כיצד נקודות הביקורת שלה מאתרות ביטוי.</translation>
    </message>
    <message>
        <source>Open a photo first.</source>
        <translation>תחילה יש לפתוח תמונה בחלון.</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>טעינה…</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n checkpoint(s)</source>
        <translation>
            <numerusform>%1 מתוך נקודת ביקורת %n</numerusform>
            <numerusform>%1 מתוך %n נקודות ביקורת</numerusform>
        </translation>
    </message>
    <message>
        <source>Press Draw to ground the phrase in %1 with each checkpoint of the run.</source>
        <translation>ציור הביטוי על %1 עם כל נקודת ביקורת שההרצה שמרה.</translation>
    </message>
    <message>
        <source>Step %1 (best)</source>
        <translation>צעד %1, הטוב ביותר</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>צעד %1</translation>
    </message>
    <message>
        <source>peak %1</source>
        <translation>שיא %1</translation>
    </message>
</context>
<context>
    <name>gbs::app::FolderScanner</name>
    <message>
        <source>%1 and its subfolders contain no images</source>
        <translation>%1: אין בה תמונות, וגם לא בתיקיות שמתחתיה</translation>
    </message>
    <message>
        <source>%1 contains no images. Turn on “Include Subfolders” to search below it.</source>
        <translation>%1: אין בה תמונות. ״הכללת תיקיות משנה״ מחפשת גם מתחתיה.</translation>
    </message>
</context>
<context>
    <name>gbs::app::GroundTruth</name>
    <message numerus="yes">
        <source>Ground truth: %n phrase(s) of %1 photos.</source>
        <translation>
            <numerusform>אמת בסיס: ביטוי %n של %1 תמונות.</numerusform>
            <numerusform>אמת בסיס: %n ביטויים של %1 תמונות.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 Skipped rows: %2.</source>
        <translation>%1 שורות שדולגו: %2.</translation>
    </message>
</context>
<context>
    <name>gbs::app::GroundingWorker</name>
    <message>
        <source>Loading the model…</source>
        <translation>טעינת המודל…</translation>
    </message>
    <message>
        <source>Warming up on %1…</source>
        <translation>חימום על %1…</translation>
    </message>
    <message>
        <source>No model is loaded.</source>
        <translation>לא נטען מודל.</translation>
    </message>
    <message>
        <source>Encoding %1…</source>
        <translation>קידוד %1…</translation>
    </message>
    <message>
        <source>Grounding “%1”…</source>
        <translation>איתור ״%1״…</translation>
    </message>
    <message numerus="yes">
        <source>Grounding %n phrase(s)…</source>
        <translation>
            <numerusform>איתור ביטוי %n…</numerusform>
            <numerusform>איתור %n ביטויים…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gbs::widgets::HeatmapCanvas</name>
    <message>
        <source>No photo open</source>
        <translation>אין תמונה פתוחה</translation>
    </message>
    <message>
        <source>Drop a photo or folder here, or open one from the toolbar.
Then type what to look for and press Enter.</source>
        <translation>אפשר לשחרר כאן תמונה או תיקייה, או לפתוח אחת מסרגל הכלים.
אחר כך יש להקליד מה לחפש ולהקיש Enter.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>gbs::widgets::HeatmapTile</name>
    <message>
        <source>peak %1</source>
        <translation>שיא %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>The highest value and its pixel (x, y) in the photo</source>
        <translation>הערך הגבוה ביותר והפיקסל שלו (x, y) בתמונה</translation>
    </message>
    <message>
        <source>Heatmap %1, %2</source>
        <translation>מפת חום %1, %2</translation>
    </message>
    <message>
        <source>peak %1 at %2, %3</source>
        <translation>שיא %1 בנקודה ⁦%2, %3⁩</translation>
    </message>
    <message>
        <source>%1 | %2</source>
        <translation>%1 | %2</translation>
    </message>
    <message>
        <source>Heatmap %1</source>
        <translation>מפת חום %1</translation>
    </message>
    <message>
        <source>Drag the divider, or move it with Shift and the arrow keys</source>
        <translation>אפשר לגרור את המחיצה, או להזיז אותה באמצעות Shift ומקשי החצים</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>תמונה</translation>
    </message>
</context>
<context>
    <name>gbs::widgets::HeatmapView</name>
    <message>
        <source>%1 × %2</source>
        <translation>⁦%1 × %2⁩</translation>
    </message>
</context>
<context>
    <name>gbs::widgets::HistogramPlot</name>
    <message>
        <source>Pixels in %</source>
        <translation>פיקסלים ב־%</translation>
    </message>
    <message>
        <source>Histogram of %1</source>
        <translation>היסטוגרמה של %1</translation>
    </message>
</context>
<context>
    <name>gbs::widgets::ImageListModel</name>
    <message>
        <source>%1
This file could not be opened.</source>
        <translation>%1
לא ניתן היה לפתוח קובץ זה.</translation>
    </message>
    <message>
        <source>Judged: %1 correct, %2 incorrect, %3 unsure, %4 absent</source>
        <translation>נשפטו: %1 נכון, %2 שגוי, %3 לא בטוח, %4 לא נמצא</translation>
    </message>
</context>
<context>
    <name>gbs::widgets::ImageListPanel</name>
    <message>
        <source>Filter by name</source>
        <translation>סינון לפי שם</translation>
    </message>
    <message>
        <source>Filter images by name</source>
        <translation>סינון תמונות לפי שם</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>תמונות</translation>
    </message>
    <message>
        <source>%1 of %2 images</source>
        <translation>%1 מתוך %2 תמונות</translation>
    </message>
    <message>
        <source>Show only photos with this text in their name</source>
        <translation>הצגת תמונות שטקסט זה בשמן בלבד</translation>
    </message>
    <message>
        <source>All photos</source>
        <translation>כל התמונות</translation>
    </message>
    <message>
        <source>Regardless of verdicts</source>
        <translation>בלי תלות בהכרעות</translation>
    </message>
    <message>
        <source>Not judged</source>
        <translation>לא נשפטו</translation>
    </message>
    <message>
        <source>No phrase has been judged</source>
        <translation>לא נשפט בהן שום ביטוי</translation>
    </message>
    <message>
        <source>Judged correct</source>
        <translation>נשפטו: נכון</translation>
    </message>
    <message>
        <source>At least one phrase was judged correct</source>
        <translation>לפחות ביטוי אחד נשפט כנכון</translation>
    </message>
    <message>
        <source>Judged incorrect</source>
        <translation>נשפטו: שגוי</translation>
    </message>
    <message>
        <source>At least one phrase was judged incorrect</source>
        <translation>לפחות ביטוי אחד נשפט כשגוי</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>לא בטוח</translation>
    </message>
    <message>
        <source>At least one phrase was judged unsure</source>
        <translation>לפחות ביטוי אחד נשפט כלא בטוח</translation>
    </message>
    <message>
        <source>Mixed verdicts</source>
        <translation>הכרעות מעורבות</translation>
    </message>
    <message>
        <source>Phrases have different verdicts</source>
        <translation>ביטויים נשפטו באופן שונה</translation>
    </message>
    <message>
        <source>Filter images by verdict</source>
        <translation>סינון תמונות לפי הכרעה</translation>
    </message>
    <message>
        <source>Show only photos with this verdict</source>
        <translation>הצגת תמונות שנשפטו כך בלבד</translation>
    </message>
    <message numerus="yes">
        <source>%Ln image(s)</source>
        <translation>
            <numerusform>תמונה %Ln</numerusform>
            <numerusform>%Ln תמונות</numerusform>
        </translation>
    </message>
    <message>
        <source>The open photos are listed here.</source>
        <translation>התצלומים הפתוחים רשומים כאן.</translation>
    </message>
    <message>
        <source>Open a Folder…</source>
        <translation>פתיחת תיקייה…</translation>
    </message>
    <message>
        <source>No photo name contains “%1”.</source>
        <translation>אין תצלום ששמו מכיל ”%1“.</translation>
    </message>
    <message>
        <source>Clear Filter</source>
        <translation>ניקוי הסינון</translation>
    </message>
    <message>
        <source>No photo has this verdict.</source>
        <translation>אין תצלום עם פסק הדין הזה.</translation>
    </message>
    <message>
        <source>Partly judged</source>
        <translation>נשפטו חלקית</translation>
    </message>
    <message>
        <source>Fewer phrases have been judged than are in the list</source>
        <translation>נשפטו פחות ביטויים ממה שיש ברשימה</translation>
    </message>
    <message>
        <source>Absent</source>
        <translation>לא נמצא</translation>
    </message>
    <message>
        <source>At least one phrase was judged absent</source>
        <translation>לפחות ביטוי אחד נשפט כלא נמצא</translation>
    </message>
    <message>
        <source>List all photos again</source>
        <translation>להציג שוב את כל התצלומים</translation>
    </message>
    <message>
        <source>Disagreement</source>
        <translation>מחלוקת</translation>
    </message>
    <message>
        <source>People's verdicts on a phrase differ</source>
        <translation>ההכרעות על ביטוי שונות</translation>
    </message>
</context>
<context>
    <name>gbs::widgets::ImageTiles</name>
    <message>
        <source>Value %1</source>
        <translation>ערך %1</translation>
    </message>
</context>
<context>
    <name>gbs::app::ImagesController</name>
    <message>
        <source>Images</source>
        <translation>תמונות</translation>
    </message>
    <message>
        <source>Open &amp;Photo…</source>
        <translation>&amp;פתיחת תמונה…</translation>
    </message>
    <message>
        <source>Open &amp;Folder…</source>
        <translation>פתיחת &amp;תיקייה…</translation>
    </message>
    <message>
        <source>Open &amp;Sample Photos</source>
        <translation>פתיחת תמונות &amp;לדוגמה</translation>
    </message>
    <message>
        <source>&amp;Previous Photo</source>
        <translation>התמונה ה&amp;קודמת</translation>
    </message>
    <message>
        <source>&amp;Next Photo</source>
        <translation>התמונה ה&amp;באה</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>תמונה</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>תיקייה</translation>
    </message>
    <message>
        <source>%1 (%2 × %3) – GbS Explorer</source>
        <translation>%1 (%2 × %3) – GbS Explorer</translation>
    </message>
    <message>
        <source>Open photos</source>
        <translation>פתיחת תמונות</translation>
    </message>
    <message>
        <source>Images (%1);;All files (*)</source>
        <translation>תמונות (%1);;כל הקבצים (*)</translation>
    </message>
    <message>
        <source>Open a folder of photos</source>
        <translation>פתיחת תיקיית תמונות</translation>
    </message>
    <message>
        <source>&amp;Include Subfolders</source>
        <translation>הכללת תיקיות &amp;משנה</translation>
    </message>
    <message>
        <source>Also list the photos of all subfolders</source>
        <translation>הצגה ברשימה גם של תמונות מכל התיקיות שמתחת</translation>
    </message>
    <message>
        <source>&amp;Reload Folder</source>
        <translation>&amp;רענון התיקייה</translation>
    </message>
    <message>
        <source>Look for new, changed and deleted photos</source>
        <translation>חיפוש תמונות חדשות, תמונות שהשתנו ותמונות שנמחקו במה שפתוח</translation>
    </message>
    <message>
        <source>&amp;Paste Photo</source>
        <translation>ה&amp;דבקת תמונה</translation>
    </message>
    <message>
        <source>Open the image or the files in the clipboard</source>
        <translation>פתיחת התמונה, או הקבצים, שבלוח</translation>
    </message>
    <message>
        <source>&amp;Filter Photos</source>
        <translation>&amp;סינון תמונות</translation>
    </message>
    <message>
        <source>Type part of a name to list only matching photos</source>
        <translation>הקלדת חלק משם כדי לראות רק את התמונות המתאימות</translation>
    </message>
    <message>
        <source>&amp;First Photo</source>
        <translation>התמונה ה&amp;ראשונה</translation>
    </message>
    <message>
        <source>&amp;Last Photo</source>
        <translation>התמונה הא&amp;חרונה</translation>
    </message>
</context>
<context>
    <name>gbs::widgets::JobList</name>
    <message>
        <source>The progress of exports and reports appears here.</source>
        <translation>כאן מוצגת ההתקדמות של ייצואים ודוחות.</translation>
    </message>
    <message>
        <source>Background jobs</source>
        <translation>עבודה ברקע</translation>
    </message>
</context>
<context>
    <name>gbs::widgets::JobRow</name>
    <message>
        <source>Cancel</source>
        <translation>ביטול</translation>
    </message>
    <message>
        <source>Cancel this job; the files written so far stay complete</source>
        <translation>סיום עבודה זו; מה שנכתב עד כה שלם</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>פתיחה</translation>
    </message>
    <message>
        <source>Open the result</source>
        <translation>פתיחת מה שנכתב</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>סילוק</translation>
    </message>
    <message>
        <source>Remove this job from the list</source>
        <translation>הוצאת שורה זו מהרשימה</translation>
    </message>
    <message>
        <source>Progress in percent</source>
        <translation>כמה כבר בוצע, באחוזים</translation>
    </message>
    <message>
        <source>Progress of %1</source>
        <translation>התקדמות: %1</translation>
    </message>
    <message>
        <source>Cancel %1</source>
        <translation>ביטול: %1</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>פתיחה: %1</translation>
    </message>
    <message>
        <source>Dismiss %1</source>
        <translation>סילוק: %1</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>השהיה</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>המשך</translation>
    </message>
    <message>
        <source>Pause %1</source>
        <translation>השהיה: %1</translation>
    </message>
    <message>
        <source>Resume %1</source>
        <translation>המשך: %1</translation>
    </message>
    <message>
        <source>Continue this job where it was</source>
        <translation>ממשיך את המשימה מהמקום שבו עמדה</translation>
    </message>
    <message>
        <source>Let this job wait; what it has begun is finished first</source>
        <translation>משהה את המשימה; מה שכבר התחיל יושלם קודם</translation>
    </message>
</context>
<context>
    <name>gbs::widgets::LayerPanel</name>
    <message>
        <source>Move this layer up (Alt+Up in the list)</source>
        <translation>ציור שכבה זו מאוחר יותר, מעל הבאה (Alt+חץ למעלה ברשימה)</translation>
    </message>
    <message>
        <source>Move this layer down (Alt+Down in the list)</source>
        <translation>ציור שכבה זו מוקדם יותר, מתחת לבאה (Alt+חץ למטה ברשימה)</translation>
    </message>
    <message>
        <source>Lower color limit</source>
        <translation>הערך הנמוך ביותר של הצבעים</translation>
    </message>
    <message>
        <source>Value at the low end of the color map, 0 to 1</source>
        <translation>הערך בקצה הנמוך של הצבעים, 0 עד 1</translation>
    </message>
    <message>
        <source>Upper color limit</source>
        <translation>הערך הגבוה ביותר של הצבעים</translation>
    </message>
    <message>
        <source>Value at the high end of the color map, 0 to 1</source>
        <translation>הערך בקצה הגבוה של הצבעים, 0 עד 1</translation>
    </message>
    <message>
        <source>&amp;Apply to all maps</source>
        <translation>&amp;החלה על כל המפות</translation>
    </message>
    <message>
        <source>Layers, topmost first</source>
        <translation>שכבות, העליונה ראשונה</translation>
    </message>
    <message>
        <source>Click an eye or press Space to show or hide a layer in this view. Drag a layer to change the order.</source>
        <translation>לחיצה על עין או על מקש הרווח מציגה או מסתירה שכבה בתצוגה זו. גרירת שכבה משנה את הסדר.</translation>
    </message>
    <message>
        <source>Layer opacity in percent</source>
        <translation>אטימות השכבה באחוזים</translation>
    </message>
    <message>
        <source>How much the layer hides what is below it, in percent</source>
        <translation>עד כמה השכבה מכסה את מה שמתחתיה, באחוזים</translation>
    </message>
    <message>
        <source>Threshold in hundredths</source>
        <translation>סף במאיות</translation>
    </message>
    <message>
        <source>Values from 0 to 1</source>
        <translation>ערכים מ־0 עד 1</translation>
    </message>
    <message>
        <source>Color map</source>
        <translation>מפת צבעים</translation>
    </message>
    <message>
        <source>All color maps except turbo are perceptually uniform</source>
        <translation>ארבע הראשונות מתבהרות באופן אחיד עם הערך; turbo אינה כזו</translation>
    </message>
    <message>
        <source>Fixed limits keep colors comparable between maps and photos</source>
        <translation>בגבולות קבועים אפשר להשוות צבעים בין מפות ובין תמונות</translation>
    </message>
    <message>
        <source>Outline a region</source>
        <translation>קו מתאר לאזור</translation>
    </message>
    <message>
        <source>Outline the region at or above this value</source>
        <translation>קו מתאר היכן שהערך גבוה לפחות כך</translation>
    </message>
    <message>
        <source>Low values let the photo show through</source>
        <translation>בערכים נמוכים התמונה נראית מבעד למפה</translation>
    </message>
    <message>
        <source>Apply changes to all maps; each keeps its own visibility</source>
        <translation>שינוי במפה אחת חל על כולן; לכל אחת נשארת עין משלה</translation>
    </message>
    <message>
        <source>&amp;Opacity</source>
        <translation>&amp;אטימות</translation>
    </message>
    <message>
        <source>&amp;Colors</source>
        <translation>&amp;צבעים</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>off</source>
        <translation>כבוי</translation>
    </message>
    <message>
        <source>From, &amp;to</source>
        <translation>מע&amp;רך, עד ערך</translation>
    </message>
    <message>
        <source>Thre&amp;shold</source>
        <translation>ס&amp;ף</translation>
    </message>
    <message>
        <source>Auto (each map)</source>
        <translation>אוטומטי (כל מפה)</translation>
    </message>
    <message>
        <source>Auto (shared)</source>
        <translation>אוטומטי (משותף)</translation>
    </message>
    <message>
        <source>0 to 1</source>
        <translation>0 עד 1</translation>
    </message>
    <message>
        <source>Custom...</source>
        <translation>מותאם אישית...</translation>
    </message>
    <message>
        <source>Color range</source>
        <translation>טווח הצבעים</translation>
    </message>
    <message>
        <source>Color &amp;range</source>
        <translation>&amp;טווח הצבעים</translation>
    </message>
    <message>
        <source>Transparent &amp;where low</source>
        <translation>שקוף היכן ש&amp;נמוך</translation>
    </message>
    <message>
        <source>Gamma</source>
        <translation>גמא</translation>
    </message>
    <message>
        <source>Below 1, low values are told apart better; above 1, high values</source>
        <translation>מתחת ל־1 קל יותר להבחין בין ערכים נמוכים; מעל 1 בין גבוהים</translation>
    </message>
    <message>
        <source>Blend mode</source>
        <translation>מצב מיזוג</translation>
    </message>
    <message>
        <source>How the colors meet the photo and the layers below. PDF and SVG always have Normal.</source>
        <translation>כיצד הצבעים נפגשים עם התמונה והשכבות שמתחת. ב־PDF וב־SVG תמיד רגיל.</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>רגיל</translation>
    </message>
    <message>
        <source>Multiply</source>
        <translation>הכפלה</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>הבהרה</translation>
    </message>
    <message>
        <source>Overlay</source>
        <translation>כיסוי</translation>
    </message>
    <message>
        <source>&amp;Gamma</source>
        <translation>&amp;גמא</translation>
    </message>
    <message>
        <source>&amp;Blend</source>
        <translation>&amp;מיזוג</translation>
    </message>
</context>
<context>
    <name>gbs::widgets::LayerStack</name>
    <message>
        <source>GbS</source>
        <translation>GbS</translation>
    </message>
    <message>
        <source>i2t</source>
        <translation>i2t</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>ממוצע</translation>
    </message>
    <message>
        <source>Detector</source>
        <translation>גלאי</translation>
    </message>
    <message>
        <source>Mean with detector</source>
        <translation>ממוצע עם גלאי</translation>
    </message>
    <message>
        <source>Phrases as colors</source>
        <translation>ביטויים כצבעים</translation>
    </message>
    <message>
        <source>Ground truth</source>
        <translation>מקומות אמיתיים</translation>
    </message>
    <message>
        <source>Peaks</source>
        <translation>שיאים</translation>
    </message>
    <message>
        <source>%1, visible</source>
        <translation>%1, גלויה</translation>
    </message>
    <message>
        <source>%1, hidden</source>
        <translation>%1, מוסתרת</translation>
    </message>
</context>
<context>
    <name>gbs::widgets::Legend</name>
    <message>
        <source>Legend</source>
        <translation>מקרא</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>ועוד %1</translation>
    </message>
</context>
<context>
    <name>gbs::app::LogPanel</name>
    <message>
        <source>Log</source>
        <translation>יומן</translation>
    </message>
    <message>
        <source>The log is empty.</source>
        <translation>עדיין לא נרשם דבר ביומן.</translation>
    </message>
</context>
<context>
    <name>gbs::app::MainWindow</name>
    <message>
        <source>GbS Explorer</source>
        <translation>GbS Explorer</translation>
    </message>
    <message>
        <source>Loading the model…</source>
        <translation>טעינת המודל…</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>יומן</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;קובץ</translation>
    </message>
    <message>
        <source>&amp;Phrase</source>
        <translation>&amp;ביטוי</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;מעבר</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;תצוגה</translation>
    </message>
    <message>
        <source>&amp;Window</source>
        <translation>&amp;חלון</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>ע&amp;זרה</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>כלים</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;עריכה</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;ביטול פעולה</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>ביצוע &amp;חוזר</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>&amp;ביטול: %1</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation>ביצוע &amp;חוזר: %1</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>י&amp;ציאה</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>מו&amp;דל</translation>
    </message>
    <message>
        <source>&amp;Review</source>
        <translation>&amp;סקירה</translation>
    </message>
    <message>
        <source>Trai&amp;n</source>
        <translation>אימ&amp;ון</translation>
    </message>
    <message>
        <source>Model %1. %2</source>
        <translation>מודל %1. %2</translation>
    </message>
</context>
<context>
    <name>gbs::widgets::MessageBar</name>
    <message>
        <source>Close this message</source>
        <translation>סגירת הודעה זו</translation>
    </message>
    <message>
        <source>Close message</source>
        <translation>סגירת ההודעה</translation>
    </message>
</context>
<context>
    <name>gbs::app::ModelCardDialog</name>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>Pointing accuracy</source>
        <translation>דיוק ההצבעה</translation>
    </message>
    <message>
        <source>%1 (GbS %2, i2t %3)</source>
        <translation>%1 (GbS %2, i2t %3)</translation>
    </message>
    <message>
        <source>Center baseline</source>
        <translation>תמיד האמצע</translation>
    </message>
    <message>
        <source>Validated on</source>
        <translation>אומת על</translation>
    </message>
    <message numerus="yes">
        <source>%n phrase(s)</source>
        <translation>
            <numerusform>ביטוי %n</numerusform>
            <numerusform>%n ביטויים</numerusform>
        </translation>
    </message>
    <message>
        <source>Training steps</source>
        <translation>צעדי אימון</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>רשומה</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>ערך</translation>
    </message>
    <message>
        <source>All metadata in the file</source>
        <translation>כל מה שכתוב בקובץ</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>אפשרויות</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>הערות</translation>
    </message>
    <message>
        <source>Trained on</source>
        <translation>אומן על</translation>
    </message>
    <message>
        <source>Image encoder</source>
        <translation>מקודד תמונה</translation>
    </message>
    <message>
        <source>Text encoder</source>
        <translation>מקודד טקסט</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>קלט</translation>
    </message>
    <message>
        <source>%1 × %1 pixels</source>
        <translation>⁦%1 × %1⁩ פיקסלים</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>פרמטרים</translation>
    </message>
    <message>
        <source>File size</source>
        <translation>גודל הקובץ</translation>
    </message>
    <message>
        <source>Model %1</source>
        <translation>מודל %1</translation>
    </message>
</context>
<context>
    <name>gbs::app::ModelController</name>
    <message>
        <source>&amp;Default Model</source>
        <translation>מודל &amp;ברירת המחדל</translation>
    </message>
    <message>
        <source>The model installed with the program</source>
        <translation>המודל שמגיע עם התוכנה</translation>
    </message>
    <message>
        <source>&amp;Open Model…</source>
        <translation>&amp;פתיחת מודל…</translation>
    </message>
    <message>
        <source>Load another checkpoint and ground the phrases again</source>
        <translation>קובץ מודל אחר; הביטויים מאותרים מחדש</translation>
    </message>
    <message>
        <source>&amp;Recent Models</source>
        <translation>מודלים &amp;אחרונים</translation>
    </message>
    <message>
        <source>&amp;Compare With</source>
        <translation>ה&amp;שוואה אל</translation>
    </message>
    <message>
        <source>&amp;Model Card…</source>
        <translation>&amp;כרטיס המודל…</translation>
    </message>
    <message>
        <source>Training data, accuracy and architecture of the model</source>
        <translation>על מה אומן המודל, עד כמה הוא מצביע היטב וכיצד הוא בנוי</translation>
    </message>
    <message>
        <source>De&amp;vice</source>
        <translation>ה&amp;תקן</translation>
    </message>
    <message>
        <source>Open a model</source>
        <translation>פתיחת מודל</translation>
    </message>
    <message>
        <source>Compare the current model with the default model as side B</source>
        <translation>מודל ברירת המחדל כצד B, לצד המודל הנוכחי</translation>
    </message>
    <message>
        <source>Compare the current model with a checkpoint as side B</source>
        <translation>קובץ מודל כצד B, לצד המודל הנוכחי</translation>
    </message>
    <message>
        <source>Compare with a model</source>
        <translation>השוואה למודל</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>אין עדיין</translation>
    </message>
    <message>
        <source>Models (%1);;All files (*)</source>
        <translation>מודלים (%1);;כל הקבצים (*)</translation>
    </message>
    <message>
        <source>&amp;Automatic (%1)</source>
        <translation>&amp;אוטומטי (%1)</translation>
    </message>
    <message>
        <source>&amp;Automatic</source>
        <translation>&amp;אוטומטי</translation>
    </message>
    <message>
        <source>The first usable GPU, else the CPU</source>
        <translation>המעבד הגרפי הראשון שפועל, ואם אין – המעבד הראשי</translation>
    </message>
    <message>
        <source>Looking for devices…</source>
        <translation>חיפוש התקנים…</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: Not a model file (.safetensors).</source>
        <translation>%1: לא קובץ מודל (.safetensors).</translation>
    </message>
</context>
<context>
    <name>gbs::app::NewRunDialog</name>
    <message>
        <source>Options &amp;of</source>
        <translation>&amp;אפשרויות של</translation>
    </message>
    <message>
        <source>Sa&amp;ve As…</source>
        <translation>&amp;שמירה בשם…</translation>
    </message>
    <message>
        <source>Cop&amp;y</source>
        <translation>&amp;העתקה</translation>
    </message>
    <message>
        <source>New training run</source>
        <translation>הרצת אימון חדשה</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>הת&amp;חלה</translation>
    </message>
    <message>
        <source>Starts the trainer, which continues when this window is closed</source>
        <translation>הפעלת תוכנית האימון; היא ממשיכה גם כשחלון זה נסגר</translation>
    </message>
    <message>
        <source>Recipe that the options start from</source>
        <translation>ממה מתחילות האפשרויות: המתכונים של התוכנה, או קובץ</translation>
    </message>
    <message>
        <source>Open a recipe, or the config.yaml of a run</source>
        <translation>קריאת מתכון, או קובץ config.yaml של הרצה</translation>
    </message>
    <message>
        <source>Save all options as a recipe (YAML)</source>
        <translation>כתיבת כל האפשרויות למתכון (YAML)</translation>
    </message>
    <message>
        <source>Run folder for status, curves, previews and checkpoints</source>
        <translation>התיקייה של ההרצה; המצב, העקומות, התצוגות המקדימות ונקודות הביקורת נשמרים בה</translation>
    </message>
    <message>
        <source>The options of the whole run, or those that a stage changes</source>
        <translation>ההרצה כולה, או מה שאחד משלביה משנה</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>בתוך %1</translation>
    </message>
    <message>
        <source>&amp;Recipe</source>
        <translation>&amp;מתכון</translation>
    </message>
    <message>
        <source>Run &amp;name</source>
        <translation>שם הה&amp;רצה</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>בעיות</translation>
    </message>
    <message>
        <source>Click a problem to go to its option</source>
        <translation>בחירה באחת מובילה לאפשרות שלה</translation>
    </message>
    <message>
        <source>Equivalent command line</source>
        <translation>שורת פקודה שעושה אותו דבר</translation>
    </message>
    <message>
        <source>Starts the same run from a shell</source>
        <translation>עושה אותו דבר במעטפת פקודה</translation>
    </message>
    <message>
        <source>Copy the command line</source>
        <translation>העתקת שורת הפקודה</translation>
    </message>
    <message>
        <source>Open a recipe</source>
        <translation>פתיחת מתכון</translation>
    </message>
    <message>
        <source>Recipes (*.yaml *.yml);;All files (*)</source>
        <translation>מתכונים (*.yaml *.yml);;כל הקבצים (*)</translation>
    </message>
    <message>
        <source>Save the recipe</source>
        <translation>שמירת המתכון</translation>
    </message>
    <message>
        <source>Recipes (*.yaml)</source>
        <translation>מתכונים (*.yaml)</translation>
    </message>
    <message>
        <source>The whole run</source>
        <translation>ההרצה כולה</translation>
    </message>
    <message>
        <source>Stage %1</source>
        <translation>שלב %1</translation>
    </message>
    <message>
        <source>%1 already holds a run: choose another name</source>
        <translation>%1 כבר מכיל הרצה: יש לבחור שם אחר</translation>
    </message>
    <message>
        <source>%1 is not a folder</source>
        <translation>%1 אינו תיקייה</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>option and problem</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>The run needs a name.</source>
        <translation>להרצה דרוש שם.</translation>
    </message>
    <message>
        <source>Reading the recipe…</source>
        <translation>קריאת המתכון…</translation>
    </message>
    <message>
        <source>Checking for problems…</source>
        <translation>חיפוש בעיות…</translation>
    </message>
    <message>
        <source>Fix these to start:</source>
        <translation>יש לתקן לפני ההתחלה:</translation>
    </message>
    <message>
        <source>The run can start, but:</source>
        <translation>אפשר להתחיל את ההרצה, אבל:</translation>
    </message>
    <message>
        <source>Ready to start.</source>
        <translation>מוכן להתחלה.</translation>
    </message>
    <message>
        <source>The recipe cannot be used:</source>
        <translation>לא ניתן להשתמש במתכון:</translation>
    </message>
    <message>
        <source>O&amp;pen…</source>
        <translation>&amp;פתיחה…</translation>
    </message>
    <message>
        <source>Choose the folder with the photos.</source>
        <translation>בחרו את תיקיית התצלומים.</translation>
    </message>
    <message>
        <source>Choose the file with the captions.</source>
        <translation>בחרו את קובץ הכיתובים.</translation>
    </message>
    <message>
        <source>Fork of %1 at step %2</source>
        <translation>פיצול של %1 בצעד %2</translation>
    </message>
</context>
<context>
    <name>gbs::widgets::OptionRow</name>
    <message>
        <source>…</source>
        <translation>…</translation>
    </message>
    <message>
        <source>Browse</source>
        <translation>בחירה מהדיסק</translation>
    </message>
    <message>
        <source>Browse for %1</source>
        <translation>בחירת %1</translation>
    </message>
    <message>
        <source>Reset to empty</source>
        <translation>חזרה לריק</translation>
    </message>
    <message>
        <source>Reset to %1</source>
        <translation>חזרה אל %1</translation>
    </message>
    <message>
        <source>Reset %1 to its default</source>
        <translation>חזרה לברירת המחדל של %1</translation>
    </message>
    <message>
        <source>Not an integer</source>
        <translation>לא מספר שלם</translation>
    </message>
    <message>
        <source>Not a number such as 0.001 or 1e-3</source>
        <translation>לא מספר, כמו 0.001 או ⁦1e-3⁩</translation>
    </message>
    <message>
        <source>Not between %1 and %2</source>
        <translation>לא בטווח %1 עד %2</translation>
    </message>
    <message>
        <source>From %1 to %2</source>
        <translation>מ־%1 עד %2</translation>
    </message>
    <message>
        <source>Default: %1</source>
        <translation>ברירת מחדל: %1</translation>
    </message>
    <message>
        <source>Problem with %1</source>
        <translation>הבעיה של %1</translation>
    </message>
</context>
<context>
    <name>gbs::widgets::OptionsForm</name>
    <message>
        <source>Only &amp;changed</source>
        <translation>רק מה שהשת&amp;נה</translation>
    </message>
    <message>
        <source>No matching options.</source>
        <translation>אין אפשרות מתאימה.</translation>
    </message>
    <message>
        <source>Search options</source>
        <translation>חיפוש אפשרויות</translation>
    </message>
    <message>
        <source>Show only options with these words in their name or description</source>
        <translation>הצגת אפשרויות שמילים אלה מופיעות בשמן או בהסבר שלהן בלבד</translation>
    </message>
    <message>
        <source>Show only options that differ from their defaults</source>
        <translation>הצגת אפשרויות ששונות מברירת המחדל שלהן בלבד</translation>
    </message>
    <message>
        <source>A&amp;dvanced</source>
        <translation>&amp;מתקדם</translation>
    </message>
    <message>
        <source>Show all options, not only the most important ones</source>
        <translation>מציג את כל האפשרויות, לא רק את החשובות ביותר</translation>
    </message>
</context>
<context>
    <name>gbs::app::PastedImages</name>
    <message>
        <source>the pasted image</source>
        <translation>התמונה המודבקת</translation>
    </message>
    <message>
        <source>The clipboard contains no image. Copy an image or a file and paste again.</source>
        <translation>אין תמונה בלוח. יש להעתיק תמונה, או קובץ, ולהדביק שוב.</translation>
    </message>
    <message>
        <source>%1: cannot create the folder for pasted images</source>
        <translation>%1: לא ניתן ליצור את התיקייה לתמונות מודבקות</translation>
    </message>
    <message>
        <source>%1: cannot write the pasted image: %2</source>
        <translation>%1: לא ניתן לכתוב את התמונה המודבקת: %2</translation>
    </message>
</context>
<context>
    <name>gbs::app::PhotoBrowser</name>
    <message>
        <source>Opening %1…</source>
        <translation>פתיחת %1…</translation>
    </message>
    <message>
        <source>Looking for images…</source>
        <translation>חיפוש תמונות…</translation>
    </message>
    <message>
        <source>%1: no such file or folder</source>
        <translation>%1: אין קובץ או תיקייה כאלה</translation>
    </message>
    <message>
        <source>%1 no longer exists. The open photos stay listed.</source>
        <translation>%1 אינו נמצא עוד. מה שפתוח נשאר כפי שהוא.</translation>
    </message>
    <message>
        <source>%1 has changed on disk and is reloaded.</source>
        <translation>%1 השתנה בדיסק ונקרא שוב.</translation>
    </message>
    <message>
        <source>%1 was deleted or renamed. It is shown until you open another photo.</source>
        <translation>%1 נמחק או ששמו שונה. הוא נשאר מוצג עד המעבר ממנו.</translation>
    </message>
</context>
<context>
    <name>gbs::app::PhotoLoader</name>
    <message>
        <source>%1: not enough memory to open this photo</source>
        <translation>%1: אין די זיכרון לפתיחת תמונה זו</translation>
    </message>
</context>
<context>
    <name>gbs::app::PhraseController</name>
    <message>
        <source>Phrases</source>
        <translation>ביטויים</translation>
    </message>
    <message>
        <source>&amp;Type a Phrase</source>
        <translation>&amp;הקלדת ביטוי</translation>
    </message>
    <message>
        <source>&amp;Previous Phrase</source>
        <translation>הביטוי ה&amp;קודם</translation>
    </message>
    <message>
        <source>&amp;Next Phrase</source>
        <translation>הביטוי ה&amp;בא</translation>
    </message>
    <message>
        <source>&amp;Hide or Show Phrase</source>
        <translation>ה&amp;סתרת הביטוי או הצגתו</translation>
    </message>
    <message>
        <source>Rena&amp;me Phrase</source>
        <translation>&amp;שינוי שם הביטוי</translation>
    </message>
    <message>
        <source>&amp;Color of the Phrase…</source>
        <translation>&amp;צבע הביטוי…</translation>
    </message>
    <message>
        <source>Move Phrase &amp;Up</source>
        <translation>העברת הביטוי למ&amp;עלה</translation>
    </message>
    <message>
        <source>Move Phrase &amp;Down</source>
        <translation>העברת הביטוי למ&amp;טה</translation>
    </message>
    <message>
        <source>&amp;Remove Phrase</source>
        <translation>הס&amp;רת הביטוי</translation>
    </message>
    <message>
        <source>Remove &amp;All Phrases</source>
        <translation>הסרת &amp;כל הביטויים</translation>
    </message>
    <message>
        <source>Color of “%1”</source>
        <translation>הצבע של ״%1״</translation>
    </message>
    <message>
        <source>C&amp;ompare With…</source>
        <translation>הש&amp;וואה אל…</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>השוואה</translation>
    </message>
    <message>
        <source>Phrase to compare with “%1”:</source>
        <translation>ביטוי להצגה לצד ״%1״:</translation>
    </message>
    <message>
        <source>&amp;Pin or Unpin Peak</source>
        <translation>&amp;הצמדת השיא או ביטולה</translation>
    </message>
    <message>
        <source>&amp;Sort Phrases by Strength</source>
        <translation>&amp;מיון הביטויים לפי חוזק</translation>
    </message>
    <message>
        <source>For &amp;This Photo or All Photos</source>
        <translation>ל&amp;תמונה זו או לכל התמונות</translation>
    </message>
    <message>
        <source>people disagree</source>
        <translation>יש מחלוקת</translation>
    </message>
</context>
<context>
    <name>gbs::widgets::PhraseModel</name>
    <message>
        <source>%1
Highest value of the mean map: %2</source>
        <translation>%1
הערך הגבוה ביותר של מפת הממוצע: %2</translation>
    </message>
    <message>
        <source>%1, hidden</source>
        <translation>%1, מוסתר</translation>
    </message>
    <message>
        <source>%1, failed</source>
        <translation>%1, נכשל</translation>
    </message>
    <message>
        <source>%1, not ready</source>
        <translation>%1, לא מוכן</translation>
    </message>
    <message>
        <source>%1, peak %2</source>
        <translation>%1, שיא %2</translation>
    </message>
    <message>
        <source>%1, strength %2</source>
        <translation>%1, חוזק %2</translation>
    </message>
    <message>
        <source>%1, for this photo only</source>
        <translation>%1, לתמונה זו בלבד</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a phrase and the verdict on it</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>gbs::widgets::PhrasePanel</name>
    <message>
        <source>What to look for, such as a dog</source>
        <translation>מה לחפש: a dog</translation>
    </message>
    <message>
        <source>Phrase</source>
        <translation>ביטוי</translation>
    </message>
    <message>
        <source>Phrases</source>
        <translation>ביטויים</translation>
    </message>
    <message>
        <source>Type a phrase and press Enter to see where it is.</source>
        <translation>יש להקליד ביטוי ולהקיש Enter כדי לראות היכן הוא נמצא.</translation>
    </message>
    <message>
        <source>Type a phrase and press Enter, or try: %1</source>
        <translation>יש להקליד ביטוי ולהקיש Enter, או לנסות: %1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>&amp;Show</source>
        <translation>&amp;הצגה</translation>
    </message>
    <message>
        <source>&amp;Hide</source>
        <translation>ה&amp;סתרה</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>הס&amp;רה</translation>
    </message>
    <message>
        <source>Click a word to see the map of that word alone</source>
        <translation>לחיצה על מילה מראה היכן נמצאת מילה זו לבדה</translation>
    </message>
    <message>
        <source>whole phrase</source>
        <translation>הביטוי כולו</translation>
    </message>
    <message>
        <source>Words: %1</source>
        <translation>מילים: %1</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>שינוי &amp;שם</translation>
    </message>
    <message>
        <source>&amp;Color…</source>
        <translation>&amp;צבע…</translation>
    </message>
    <message>
        <source>Com&amp;pare with the Current Phrase</source>
        <translation>הש&amp;וואה לביטוי הנוכחי</translation>
    </message>
    <message>
        <source>Move &amp;Up</source>
        <translation>העברה למ&amp;עלה</translation>
    </message>
    <message>
        <source>Move &amp;Down</source>
        <translation>העברה למ&amp;טה</translation>
    </message>
    <message>
        <source>&amp;Pin or Unpin Peak</source>
        <translation>&amp;הצמדת השיא או ביטולה</translation>
    </message>
    <message>
        <source>Type a phrase and press Enter, or paste a list with one phrase per line</source>
        <translation>יש להקליד ביטוי וללחוץ Enter, או להדביק רשימה עם ביטוי בכל שורה</translation>
    </message>
    <message>
        <source>All photos</source>
        <translation>כל התמונות</translation>
    </message>
    <message>
        <source>This photo</source>
        <translation>תמונה זו</translation>
    </message>
    <message>
        <source>New phrases are for</source>
        <translation>ביטויים חדשים מיועדים ל</translation>
    </message>
    <message>
        <source>Whether new phrases are for all photos or for the shown one only</source>
        <translation>האם ביטויים חדשים מיועדים לכל התמונות או רק לתמונה המוצגת</translation>
    </message>
    <message>
        <source>For &amp;All Photos</source>
        <translation>ל&amp;כל התמונות</translation>
    </message>
    <message>
        <source>For &amp;This Photo Only</source>
        <translation>ל&amp;תמונה זו בלבד</translation>
    </message>
</context>
<context>
    <name>gbs::app::PhraseRows</name>
    <message>
        <source>%1, %2: skipped (%3)</source>
        <translation>%1, %2: דולג, %3</translation>
    </message>
    <message>
        <source>%1 at %2, %3</source>
        <translation>%1 ב־%2, %3</translation>
    </message>
    <message>
        <source>%1, %2: %3 hits, peak %4</source>
        <translation>%1, %2: %3 פוגעת, שיא %4</translation>
    </message>
    <message>
        <source>%1, %2: %3 misses, peak %4</source>
        <translation>%1, %2: %3 מחטיאה, שיא %4</translation>
    </message>
</context>
<context>
    <name>gbs::app::PreferencesDialog</name>
    <message>
        <source>Show the map &amp;while typing</source>
        <translation>הצגת המפה בזמן ה&amp;הקלדה</translation>
    </message>
    <message>
        <source>&amp;Keep zoom and position between photos</source>
        <translation>&amp;שמירת הזום והמיקום בין תמונות</translation>
    </message>
    <message>
        <source>&amp;Preload neighboring photos</source>
        <translation>ה&amp;כנת התמונות השכנות</translation>
    </message>
    <message>
        <source>&amp;Reopen last session</source>
        <translation>ה&amp;משך מהמקום שבו הסתיימה ההפעלה הקודמת</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>העדפות</translation>
    </message>
    <message>
        <source>Follow system</source>
        <translation>לפי המערכת</translation>
    </message>
    <message>
        <source>Language of the window. Changes take effect immediately.</source>
        <translation>החלון נבנה מיד מחדש בשפה האחרת</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>בהיר</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>כהה</translation>
    </message>
    <message>
        <source>Colors of the window</source>
        <translation>צבעי החלון</translation>
    </message>
    <message>
        <source>Updates the map without pressing Enter</source>
        <translation>המפה מתעדכנת עם הביטוי בלי Enter</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> מ״ש</translation>
    </message>
    <message>
        <source>Delay before the map is updated, in milliseconds</source>
        <translation>כמה זמן ללא הקלדה צריך לעבור עד שהמפה מתעדכנת, באלפיות שנייה</translation>
    </message>
    <message>
        <source>If off, each photo is fitted to the window</source>
        <translation>כבוי: כל תמונה מותאמת תחילה לחלון</translation>
    </message>
    <message>
        <source>Reads and encodes the previous and the next photo while the program is idle</source>
        <translation>התמונות שלפני התמונה הזו ואחריה נקראות ומקודדות מראש כשהתוכנה אינה עסוקה</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>אוטומטי</translation>
    </message>
    <message>
        <source>Device that the model runs on. Automatic selects the first usable GPU.</source>
        <translation>ההתקן שהמודל רץ עליו; באופן אוטומטי נבחר המעבד הגרפי הראשון שפועל</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> מ״ב</translation>
    </message>
    <message>
        <source>Memory for encoded photos, in megabytes. Takes effect when a model is loaded.</source>
        <translation>זיכרון לתמונות מקודדות, במגה־בתים; נכנס לתוקף בטעינת מודל</translation>
    </message>
    <message>
        <source>Memory for computed maps, in megabytes</source>
        <translation>זיכרון למפות מוכנות, במגה־בתים</translation>
    </message>
    <message>
        <source>Restores the folder, photo, phrases, layers and view at the next start</source>
        <translation>התיקייה, התמונה, הביטויים, השכבות והתצוגה חוזרים בהפעלה הבאה</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>מראה</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>ש&amp;פה</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>ערכת &amp;נושא</translation>
    </message>
    <message>
        <source>Phrases</source>
        <translation>ביטויים</translation>
    </message>
    <message>
        <source>Dela&amp;y</source>
        <translation>השה&amp;יה</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>תמונות</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>מודל</translation>
    </message>
    <message>
        <source>&amp;Device</source>
        <translation>הת&amp;קן</translation>
    </message>
    <message>
        <source>Memory for &amp;encoded photos</source>
        <translation>זיכרון ל&amp;תמונות מקודדות</translation>
    </message>
    <message>
        <source>Memory for &amp;maps</source>
        <translation>&amp;זיכרון למפות</translation>
    </message>
    <message>
        <source>Startup</source>
        <translation>פתיחת התוכנה</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>Size of texts and buttons, on top of the system's. Takes effect at the next start.</source>
        <translation>גודל הטקסטים והלחצנים, בנוסף לזה של המערכת. ייכנס לתוקף בהפעלה הבאה.</translation>
    </message>
    <message>
        <source>&amp;Scale</source>
        <translation>&amp;קנה מידה</translation>
    </message>
    <message>
        <source>Reviews</source>
        <translation>סקירות</translation>
    </message>
    <message>
        <source>Your &amp;name</source>
        <translation>ה&amp;שם שלך</translation>
    </message>
    <message>
        <source>Your name in the verdicts that you give from now on</source>
        <translation>שמך בהכרעות שיינתנו מעכשיו</translation>
    </message>
</context>
<context>
    <name>gbs::app::PresentController</name>
    <message>
        <source>P&amp;resent These Images</source>
        <translation>מ&amp;צגת מתמונות אלה</translation>
    </message>
    <message>
        <source>Full screen, phrase by phrase and image by image, starting here</source>
        <translation>מסך מלא, ביטוי אחר ביטוי ותמונה אחר תמונה, החל מתמונה זו</translation>
    </message>
    <message>
        <source>Present a S&amp;cript…</source>
        <translation>מצגת מתסרי&amp;ט…</translation>
    </message>
    <message>
        <source>Full screen, with the images and phrases of a YAML file</source>
        <translation>מסך מלא, התמונות והביטויים של קובץ YAML</translation>
    </message>
    <message>
        <source>Present a script</source>
        <translation>מצגת מתסריט</translation>
    </message>
    <message>
        <source>Scripts (%1);;All files (*)</source>
        <translation>תסריטים (%1);;כל הקבצים (*)</translation>
    </message>
    <message>
        <source>Open the images to present first.</source>
        <translation>תחילה יש לפתוח את התמונות להצגה.</translation>
    </message>
    <message>
        <source>Save as a &amp;Web Page…</source>
        <translation>שמירה כ&amp;דף אינטרנט…</translation>
    </message>
    <message>
        <source>The presentation of these images as one HTML file that works offline</source>
        <translation>המצגת של תמונות אלה כקובץ HTML אחד שפועל ללא רשת</translation>
    </message>
    <message>
        <source>Save a Script as a We&amp;b Page…</source>
        <translation>שמירת תסריט כדף &amp;אינטרנט…</translation>
    </message>
    <message>
        <source>The presentation of a YAML file as one HTML file that works offline</source>
        <translation>המצגת של קובץ YAML כקובץ HTML אחד שפועל ללא רשת</translation>
    </message>
    <message>
        <source>Save as a Web Page</source>
        <translation>שמירה כדף אינטרנט</translation>
    </message>
    <message>
        <source>Web pages (*.html)</source>
        <translation>דפי אינטרנט (*.html)</translation>
    </message>
    <message>
        <source>Presentation</source>
        <translation>מצגת</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>הקודם</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>הבא</translation>
    </message>
    <message numerus="yes">
        <source>Presentation of %n photo(s)</source>
        <translation>
            <numerusform>מצגת של תמונה %n</numerusform>
            <numerusform>מצגת של %n תמונות</numerusform>
        </translation>
    </message>
    <message>
        <source>Presentation written to %1.</source>
        <translation>המצגת נכתבה אל %1.</translation>
    </message>
</context>
<context>
    <name>gbs::app::PresentationWindow</name>
    <message>
        <source>Presentation</source>
        <translation>מצגת</translation>
    </message>
    <message>
        <source>Phrase</source>
        <translation>ביטוי</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>רק רגע…</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>⁦%1 / %2⁩</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>התקדמות</translation>
    </message>
    <message>
        <source>What to look for</source>
        <translation>מה לחפש</translation>
    </message>
    <message>
        <source>%1, phrase %2 of %3</source>
        <comment>slide</comment>
        <translation>%1, ביטוי %2 מתוך %3</translation>
    </message>
    <message>
        <source>Space, →, PgDn: next    ←, PgUp: back    T: type a phrase    B: blank the screen    L: laser pointer    N: speaker notes    D: compare with the detector    Esc: close</source>
        <translation>רווח, →, PgDn: הבא    ←, PgUp: הקודם    T: הקלדת ביטוי    B: החשכת המסך    L: מצביע לייזר    N: הערות הדובר    D: השוואה לגלאי    Esc: סגירה</translation>
    </message>
</context>
<context>
    <name>gbs::app::RecentMenu</name>
    <message>
        <source>Open &amp;Recent</source>
        <translation>נפתחו לא&amp;חרונה</translation>
    </message>
    <message>
        <source>No recent files</source>
        <translation>עדיין לא נפתח דבר</translation>
    </message>
    <message>
        <source>&amp;Clear This List</source>
        <translation>&amp;ניקוי הרשימה</translation>
    </message>
    <message>
        <source>Remove all files and folders from this list</source>
        <translation>מחיקת הרישום של הקבצים והתיקיות שנפתחו</translation>
    </message>
    <message>
        <source>%1 no longer exists</source>
        <translation>%1 אינו נמצא עוד</translation>
    </message>
</context>
<context>
    <name>gbs::app::ReviewController</name>
    <message>
        <source>Review</source>
        <translation>סקירה</translation>
    </message>
    <message>
        <source>&amp;Correct</source>
        <translation>&amp;נכון</translation>
    </message>
    <message>
        <source>The map shows where the phrase is</source>
        <translation>המפה מראה היכן נמצא הביטוי</translation>
    </message>
    <message>
        <source>&amp;Incorrect</source>
        <translation>&amp;שגוי</translation>
    </message>
    <message>
        <source>&amp;Unsure</source>
        <translation>&amp;לא בטוח</translation>
    </message>
    <message>
        <source>Cannot be decided</source>
        <translation>אי אפשר להכריע</translation>
    </message>
    <message>
        <source>&amp;Clear Verdict and Note</source>
        <translation>&amp;מחיקת ההכרעה וההערה</translation>
    </message>
    <message>
        <source>Write a &amp;Note</source>
        <translation>&amp;כתיבת הערה</translation>
    </message>
    <message>
        <source>Mark a &amp;Point</source>
        <translation>סימון נ&amp;קודה</translation>
    </message>
    <message>
        <source>Click the true location in the photo</source>
        <translation>לחיצה על המקום האמיתי בתמונה</translation>
    </message>
    <message>
        <source>Mark a &amp;Box</source>
        <translation>סימון &amp;תיבה</translation>
    </message>
    <message>
        <source>Draw a box around the true location in the photo</source>
        <translation>ציור תיבה סביב המקום האמיתי בתמונה</translation>
    </message>
    <message>
        <source>Use Model Pea&amp;k as Ground Truth</source>
        <translation>שימוש ב&amp;שיא המודל כאמת</translation>
    </message>
    <message>
        <source>Mark the peak of the mean map as the true location</source>
        <translation>סימון הערך הגבוה ביותר של מפת הממוצע כמקום האמיתי</translation>
    </message>
    <message>
        <source>Next Photo Without a &amp;Verdict</source>
        <translation>התמונה ה&amp;באה ללא הכרעה</translation>
    </message>
    <message>
        <source>&amp;Statistics…</source>
        <translation>ס&amp;טטיסטיקה…</translation>
    </message>
    <message>
        <source>Accuracy and hits by model and by phrase</source>
        <translation>דיוק ופגיעות לפי מודל ולפי ביטוי</translation>
    </message>
    <message>
        <source>Open a photo to judge.</source>
        <translation>יש לפתוח תמונה לשיפוט.</translation>
    </message>
    <message>
        <source>Type a phrase to judge.</source>
        <translation>יש להקליד ביטוי לשיפוט.</translation>
    </message>
    <message>
        <source>Reading the reviews of this folder…</source>
        <translation>קריאת הסקירות של תיקייה זו…</translation>
    </message>
    <message>
        <source>Waiting for the model…</source>
        <translation>המתנה למודל…</translation>
    </message>
    <message>
        <source>Every photo has a verdict.</source>
        <translation>לכל תמונה יש הכרעה.</translation>
    </message>
    <message>
        <source>Reviews are not saved</source>
        <translation>הסקירות אינן שמורות</translation>
    </message>
    <message>
        <source>The latest reviews cannot be saved. %1

Saving is retried every two seconds. If you close now, they are written to a file in your user folder; if that fails too, they are lost.</source>
        <translation>לא ניתן היה לשמור את הסקירות האחרונות. %1

הניסיון חוזר כל שתי שניות. בסגירה עכשיו הן יישמרו בקובץ אישי נפרד; אם גם זה ייכשל, הן יאבדו.</translation>
    </message>
    <message>
        <source>&amp;Close Anyway</source>
        <translation>&amp;סגירה בכל זאת</translation>
    </message>
    <message>
        <source>&amp;Keep Open</source>
        <translation>ה&amp;שארה פתוח</translation>
    </message>
    <message>
        <source>The phrase is in the photo, but the map points elsewhere</source>
        <translation>הביטוי נמצא בתצלום, אבל המפה מצביעה למקום אחר</translation>
    </message>
    <message>
        <source>&amp;Absent</source>
        <translation>ל&amp;א נמצא</translation>
    </message>
    <message>
        <source>The phrase is not in the photo</source>
        <translation>הביטוי אינו בתצלום</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>”%1“</translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln photo(s)</source>
        <translation>
            <numerusform>%1: תצלום אחד</numerusform>
            <numerusform>%1: %Ln תצלומים</numerusform>
        </translation>
    </message>
    <message>
        <source>Mark a Pol&amp;ygon</source>
        <translation>סימון &amp;מצולע</translation>
    </message>
    <message>
        <source>Click the corners around the true location in the photo</source>
        <translation>לחיצה על הפינות סביב המקום הנכון בתמונה</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a person and a verdict</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Disagreement. %1</source>
        <translation>מחלוקת. %1</translation>
    </message>
</context>
<context>
    <name>gbs::app::ReviewExportActions</name>
    <message>
        <source>Export Verdicts for a Sp&amp;readsheet…</source>
        <translation>ייצוא הכרעות ל&amp;גיליון אלקטרוני…</translation>
    </message>
    <message>
        <source>CSV: one row per verdict of this folder</source>
        <translation>CSV: שורה לכל הכרעה בתיקייה זו</translation>
    </message>
    <message>
        <source>Export &amp;All Reviews…</source>
        <translation>&amp;ייצוא כל הסקירות…</translation>
    </message>
    <message>
        <source>JSONL: one object per photo and phrase of this folder</source>
        <translation>JSONL: אובייקט לכל תמונה וביטוי בתיקייה זו</translation>
    </message>
    <message>
        <source>Export &amp;Marks as Phrases…</source>
        <translation>יי&amp;צוא סימונים כביטויים…</translation>
    </message>
    <message>
        <source>TSV: the true locations of this folder in the format of gbs evaluate</source>
        <translation>TSV: המקומות האמיתיים של תיקייה זו, כפי שהפקודה gbs evaluate קוראת אותם</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) written to %1</source>
        <translation>
            <numerusform>שורה %n נכתבה אל %1</numerusform>
            <numerusform>%n שורות נכתבו אל %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Cannot write %1. %2</source>
        <translation>%1 לא נכתב. %2</translation>
    </message>
    <message>
        <source>Export reviews</source>
        <translation>ייצוא סקירות</translation>
    </message>
    <message>
        <source>%1 files (%2);;All files (*)</source>
        <translation>קובצי %1 (%2);;כל הקבצים (*)</translation>
    </message>
    <message>
        <source>Export A&amp;nnotations</source>
        <translation>ייצוא &amp;תיוגים</translation>
    </message>
    <message>
        <source>Marks and verdicts of this folder, in a folder that you choose</source>
        <translation>הסימונים וההכרעות של התיקייה הזאת, לתיקייה שתיבחר</translation>
    </message>
    <message>
        <source>Export annotations into a folder</source>
        <translation>ייצוא תיוגים לתיקייה</translation>
    </message>
    <message>
        <source>&amp;labelme, X-AnyLabeling…</source>
        <translation>&amp;labelme, X-AnyLabeling…</translation>
    </message>
    <message>
        <source>&amp;COCO…</source>
        <translation>&amp;COCO…</translation>
    </message>
    <message>
        <source>Pascal &amp;VOC…</source>
        <translation>Pascal &amp;VOC…</translation>
    </message>
    <message>
        <source>&amp;YOLO…</source>
        <translation>&amp;YOLO…</translation>
    </message>
    <message>
        <source>CVA&amp;T…</source>
        <translation>CVA&amp;T…</translation>
    </message>
    <message numerus="yes">
        <source>Annotations of %n photo(s) written to %1</source>
        <translation>
            <numerusform>התיוגים של תמונה %n נכתבו אל %1</numerusform>
            <numerusform>התיוגים של %n תמונות נכתבו אל %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gbs::app::ReviewExporter</name>
    <message>
        <source>Nothing to export: no place is marked in this folder.</source>
        <translation>בתיקייה זו עדיין לא סומן שום מקום: אין מה לכתוב.</translation>
    </message>
    <message>
        <source>Nothing to export: this folder has no verdicts.</source>
        <translation>בתיקייה זו עדיין לא נשפט דבר: אין מה לכתוב.</translation>
    </message>
</context>
<context>
    <name>gbs::widgets::PopoverButton</name>
    <message numerus="yes">
        <source>%1, %n running</source>
        <translation>
            <numerusform>%1, %n פועל</numerusform>
            <numerusform>%1, %n פועלים</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gbs::widgets::ReviewPanel</name>
    <message>
        <source>Try &amp;again</source>
        <translation>נ&amp;יסיון חוזר</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>הערה</translation>
    </message>
    <message>
        <source>Note on this phrase</source>
        <translation>הערה על ביטוי זה</translation>
    </message>
    <message>
        <source>Stored with the verdict for this phrase, photo, and model</source>
        <translation>נשמרת עם ההכרעה על ביטוי, תמונה ומודל אלה</translation>
    </message>
    <message>
        <source>Stay here</source>
        <translation>להישאר</translation>
    </message>
    <message>
        <source>Next phrase, then next photo</source>
        <translation>הביטוי הבא, ואחריו התמונה הבאה</translation>
    </message>
    <message>
        <source>Next photo</source>
        <translation>התמונה הבאה</translation>
    </message>
    <message>
        <source>After judging</source>
        <translation>אחרי הכרעה</translation>
    </message>
    <message>
        <source>What to show after judging</source>
        <translation>מה מוצג אחרי שניתנה הכרעה</translation>
    </message>
    <message>
        <source>&amp;After judging:</source>
        <translation>&amp;אחרי הכרעה:</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>מחיקה</translation>
    </message>
    <message>
        <source>Remove the verdict and the note</source>
        <translation>ביטול ההכרעה וההערה</translation>
    </message>
    <message>
        <source>Ground truth</source>
        <translation>מקום אמיתי</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>נכון</translation>
    </message>
    <message>
        <source>The map shows where the phrase is</source>
        <translation>המפה מראה היכן נמצא הביטוי</translation>
    </message>
    <message>
        <source>Incorrect</source>
        <translation>שגוי</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>לא בטוח</translation>
    </message>
    <message>
        <source>Cannot be decided; not counted in the accuracy</source>
        <translation>אי אפשר להכריע: לא נכלל בדיוק</translation>
    </message>
    <message>
        <source>Save now; saving is also retried every two seconds</source>
        <translation>ניסיון לשמור עכשיו; הניסיון גם חוזר מעצמו כל שתי שניות</translation>
    </message>
    <message>
        <source>Accuracy and hits by model and by phrase</source>
        <translation>דיוק ופגיעות לפי מודל ולפי ביטוי</translation>
    </message>
    <message>
        <source>Nothing to judge</source>
        <translation>אין מה לשפוט</translation>
    </message>
    <message>
        <source>“%1” in %2</source>
        <translation>״%1״ ב־%2</translation>
    </message>
    <message>
        <source>Model %1</source>
        <translation>מודל %1</translation>
    </message>
    <message>
        <source>Accuracy %1</source>
        <translation>דיוק %1</translation>
    </message>
    <message>
        <source>Mean map hits %1 of %2 marked</source>
        <translation>מפת הממוצע פוגעת ב־%1 מתוך %2 שסומנו</translation>
    </message>
    <message>
        <source>For this folder and model: correct / (correct + incorrect) with Wilson&apos;s 95 % interval. A map hits if its peak is in a marked box, or within 5 % of the photo&apos;s diagonal from a marked point.</source>
        <translation>לתיקייה זו במודל זה: נכון / (נכון + שגוי), עם רווח סמך של 95% לפי וילסון. מפה פוגעת כאשר הערך הגבוה ביותר שלה נמצא בתוך תיבה שסומנה, או במרחק של עד 5% מאלכסון התמונה מנקודה שסומנה.</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>לא נשמר: %1</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>שמירה…</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>נשמר</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <comment>button and its key</comment>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>Stat&amp;istics…</source>
        <translation>ס&amp;טטיסטיקה…</translation>
    </message>
    <message>
        <source>The phrase is in the photo, but the map points elsewhere</source>
        <translation>הביטוי נמצא בתצלום, אבל המפה מצביעה למקום אחר</translation>
    </message>
    <message>
        <source>Absent</source>
        <translation>לא נמצא</translation>
    </message>
    <message>
        <source>The phrase is not in the photo; not counted in the accuracy</source>
        <translation>הביטוי אינו בתצלום; לא נספר בדיוק</translation>
    </message>
    <message>
        <source>%1 correct, %2 incorrect, %3 unsure, %4 absent</source>
        <translation>%1 נכון, %2 שגוי, %3 לא בטוח, %4 לא נמצא</translation>
    </message>
</context>
<context>
    <name>gbs::app::ReviewSession</name>
    <message>
        <source>“%1” is correct</source>
        <translation>״%1״ נכון</translation>
    </message>
    <message>
        <source>“%1” is incorrect</source>
        <translation>״%1״ שגוי</translation>
    </message>
    <message>
        <source>No verdict on “%1”</source>
        <translation>אין הכרעה על ״%1״</translation>
    </message>
    <message>
        <source>“%1” is unsure</source>
        <translation>״%1״ לא בטוח</translation>
    </message>
    <message>
        <source>Note on “%1”</source>
        <translation>הערה על ״%1״</translation>
    </message>
    <message>
        <source>Clear “%1”</source>
        <translation>מחיקה של ״%1״</translation>
    </message>
    <message>
        <source>Mark “%1”</source>
        <translation>סימון ״%1״</translation>
    </message>
    <message>
        <source>Move a mark of “%1”</source>
        <translation>הזזת סימון של ״%1״</translation>
    </message>
    <message>
        <source>Remove a mark of “%1”</source>
        <translation>הסרת סימון של ״%1״</translation>
    </message>
    <message>
        <source>“%1” in %2 was changed elsewhere in the meantime, by another window or person. That change was kept and is shown.</source>
        <translation>״%1״ בתמונה %2 השתנה בינתיים במקום אחר, בחלון אחר או בידי אדם אחר. שינוי זה נשמר והוא מוצג.</translation>
    </message>
    <message>
        <source>“%1” is absent</source>
        <translation>”%1“ לא נמצא</translation>
    </message>
    <message>
        <source>Import %1</source>
        <translation>ייבוא של %1</translation>
    </message>
    <message numerus="yes">
        <source>Mark %n phrase(s)</source>
        <translation>
            <numerusform>סימון ביטוי %n</numerusform>
            <numerusform>סימון %n ביטויים</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n review(s) were changed in the meantime, and stay as they are.</source>
        <translation>
            <numerusform>סקירה %n השתנתה בינתיים ונשארת כפי שהיא.</numerusform>
            <numerusform>%n סקירות השתנו בינתיים ונשארות כפי שהן.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gbs::widgets::ReviewStatisticsDialog</name>
    <message>
        <source>Review statistics</source>
        <translation>סטטיסטיקת סקירה</translation>
    </message>
    <message>
        <source>Statistics by model</source>
        <translation>סטטיסטיקה לפי מודל</translation>
    </message>
    <message>
        <source>Statistics by phrase</source>
        <translation>סטטיסטיקה לפי ביטוי</translation>
    </message>
    <message>
        <source>Filter by phrase</source>
        <translation>סינון לפי ביטוי</translation>
    </message>
    <message>
        <source>Show the phrases that contain this text</source>
        <translation>הצגת הביטויים שמכילים טקסט זה</translation>
    </message>
    <message>
        <source>By &amp;model</source>
        <translation>לפי &amp;מודל</translation>
    </message>
    <message>
        <source>By &amp;phrase</source>
        <translation>לפי &amp;ביטוי</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>ה&amp;עתקה</translation>
    </message>
    <message>
        <source>Accuracy is correct / (correct + incorrect); unsure and absent verdicts are not counted. A map hits if its peak is in a marked box, or within 5 % of the photo&apos;s diagonal from a marked point. Wilson&apos;s 95 % interval is in parentheses.</source>
        <translation>הדיוק הוא נכון / (נכון + שגוי); לא בטוח ולא נמצא אינם נספרים. מפה פוגעת אם השיא שלה בתוך תיבה מסומנת, או במרחק של עד 5 % מאלכסון התצלום מנקודה מסומנת. בסוגריים רווח 95 % של וילסון.</translation>
    </message>
    <message>
        <source>Click a count to list its photos</source>
        <translation>לחיצה על מספר מציגה את התצלומים שלו</translation>
    </message>
    <message>
        <source>&amp;Agreement</source>
        <translation>&amp;הסכמה</translation>
    </message>
</context>
<context>
    <name>gbs::widgets::ReviewStatisticsModel</name>
    <message>
        <source>%1 of %2: %3</source>
        <translation>%1 מתוך %2: %3</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>מודל</translation>
    </message>
    <message>
        <source>Phrase</source>
        <translation>ביטוי</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>נכון</translation>
    </message>
    <message>
        <source>Incorrect</source>
        <translation>שגוי</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>לא בטוח</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>דיוק</translation>
    </message>
    <message>
        <source>GbS hits</source>
        <translation>פגיעות GbS</translation>
    </message>
    <message>
        <source>i2t hits</source>
        <translation>פגיעות i2t</translation>
    </message>
    <message>
        <source>Mean hits</source>
        <translation>פגיעות הממוצע</translation>
    </message>
    <message>
        <source>correct / (correct + incorrect) in percent, with Wilson&apos;s 95 % interval</source>
        <translation>נכון / (נכון + שגוי) באחוזים, עם רווח סמך של 95% לפי וילסון</translation>
    </message>
    <message>
        <source>Share of the marked phrases whose peak hits, in percent with Wilson&apos;s 95 % interval</source>
        <translation>מפות שהערך הגבוה ביותר שלהן נמצא במקום שסומן, מתוך כל מה שסומן, באחוזים עם רווח סמך של 95% לפי וילסון</translation>
    </message>
    <message>
        <source>Absent</source>
        <translation>לא נמצא</translation>
    </message>
</context>
<context>
    <name>gbs::app::RunRequests</name>
    <message>
        <source>Pause requested; the trainer has not confirmed it yet.</source>
        <translation>נשלחה בקשת השהיה; תוכנית האימון עדיין לא אישרה אותה.</translation>
    </message>
    <message>
        <source>Resume requested; the trainer has not confirmed it yet.</source>
        <translation>נשלחה בקשת חידוש; תוכנית האימון עדיין לא אישרה אותה.</translation>
    </message>
    <message>
        <source>Save and stop requested; the trainer has not stopped yet.</source>
        <translation>נשלחה בקשה לשמור ולסיים; תוכנית האימון עדיין לא הסתיימה.</translation>
    </message>
    <message>
        <source>Checkpoint requested; a paused trainer saves it when it resumes.</source>
        <translation>נשלחה בקשה לנקודת ביקורת; תוכנית אימון מושהית שומרת אותה כשהיא ממשיכה.</translation>
    </message>
    <message>
        <source>Checkpoint requested; the trainer has not saved it yet.</source>
        <translation>נשלחה בקשה לנקודת ביקורת; היא עדיין לא קיימת.</translation>
    </message>
</context>
<context>
    <name>gbs::app::RunListModel</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 מתוך %2</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>Folder of the run</source>
        <translation>התיקייה של ההרצה</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>הרצה</translation>
    </message>
    <message>
        <source>State of the trainer</source>
        <translation>מה עושה תוכנית האימון שלה, או כיצד הסתיימה</translation>
    </message>
    <message>
        <source>State</source>
        <translation>מצב</translation>
    </message>
    <message>
        <source>Completed and total steps</source>
        <translation>צעדים שבוצעו, מתוך הכול</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>צעד</translation>
    </message>
    <message>
        <source>Images per second</source>
        <translation>תמונות בשנייה</translation>
    </message>
    <message>
        <source>Images/s</source>
        <translation>תמונות/שנ׳</translation>
    </message>
    <message>
        <source>Estimated time to the last step</source>
        <translation>הזמן עד לצעד האחרון, בקצב הנוכחי</translation>
    </message>
    <message>
        <source>Time Left</source>
        <translation>זמן שנותר</translation>
    </message>
    <message>
        <source>Pointing accuracy of the best checkpoint (mean map, validation phrases)</source>
        <translation>דיוק ההצבעה של נקודת הביקורת הטובה ביותר, מפת הממוצע, על ביטויי האימות</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>הטוב ביותר</translation>
    </message>
</context>
<context>
    <name>gbs::widgets::RunChecks</name>
    <message>
        <source>Filter the runs</source>
        <translation>סינון הריצות</translation>
    </message>
    <message>
        <source>Runs to compare with</source>
        <translation>ריצות להשוואה</translation>
    </message>
    <message>
        <source>Checked runs are drawn over the selected one</source>
        <translation>ריצות מסומנות מצוירות מעל הריצה שנבחרה</translation>
    </message>
</context>
<context>
    <name>gbs::widgets::RunListPanel</name>
    <message>
        <source>No runs yet. Start one, attach a run started in a shell or on another machine, or choose another folder.</source>
        <translation>אין כאן עדיין הרצה. אפשר להתחיל הרצה, לצרף הרצה שהופעלה ממעטפת פקודה או ממחשב אחר, או לבחור תיקייה אחרת.</translation>
    </message>
    <message>
        <source>New Run…</source>
        <translation>הרצה חדשה…</translation>
    </message>
    <message>
        <source>Choose a recipe and options, then start training</source>
        <translation>בחירת מתכון ואפשרויות, והפעלת תוכנית אימון</translation>
    </message>
    <message>
        <source>Runs Folder…</source>
        <translation>תיקיית ההרצות…</translation>
    </message>
    <message>
        <source>The folder of the listed runs; new runs are created here</source>
        <translation>התיקייה שהרצותיה מוצגות ברשימה, ושבה נוצרות הרצות חדשות</translation>
    </message>
    <message>
        <source>Attach…</source>
        <translation>צירוף…</translation>
    </message>
    <message>
        <source>Also list a run in another folder, for example on a mounted disk</source>
        <translation>הוספת הרצה מתיקייה אחרת לרשימה, גם מדיסק מעוגן</translation>
    </message>
    <message>
        <source>Training runs</source>
        <translation>הרצות אימון</translation>
    </message>
    <message>
        <source>The contents of trainer.log</source>
        <translation>מה שתוכנית האימון כתבה אל trainer.log</translation>
    </message>
    <message>
        <source>End of the trainer&apos;s log</source>
        <translation>סוף יומן האימון</translation>
    </message>
    <message>
        <source>The end of trainer.log, for runs started from this window</source>
        <translation>סופו של trainer.log, אם ההרצה הופעלה מחלון זה</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>השהיה</translation>
    </message>
    <message>
        <source>Pause after this step</source>
        <translation>בקשה מתוכנית האימון להמתין אחרי צעד זה</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>חידוש</translation>
    </message>
    <message>
        <source>Resume training</source>
        <translation>המשך של תוכנית אימון מושהית</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>עצירה</translation>
    </message>
    <message>
        <source>Save a checkpoint and stop; the run can be continued</source>
        <translation>בקשה מתוכנית האימון לשמור נקודת ביקורת ולסיים; אפשר להמשיך את ההרצה אחר כך</translation>
    </message>
    <message>
        <source>Save Now</source>
        <translation>שמירה כעת</translation>
    </message>
    <message>
        <source>Save a checkpoint after this step</source>
        <translation>בקשה מתוכנית האימון לנקודת ביקורת אחרי צעד זה</translation>
    </message>
    <message>
        <source>Continue…</source>
        <translation>המשך…</translation>
    </message>
    <message>
        <source>Continue from the latest checkpoint; a completed run gets more steps</source>
        <translation>הפעלת תוכנית אימון שממשיכה מנקודת הביקורת החדשה ביותר; הרצה שהושלמה מקבלת צעדים נוספים</translation>
    </message>
    <message>
        <source>Fork…</source>
        <translation>פיצול…</translation>
    </message>
    <message>
        <source>Start a new run from the weights of a checkpoint, with other options</source>
        <translation>הרצה חדשה מהמשקלים של אחת מנקודות הביקורת שלה, עם אפשרויות אחרות</translation>
    </message>
    <message>
        <source>No run selected</source>
        <translation>לא נבחרה הרצה</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>run and its state</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>gbs::widgets::ScoreBars</name>
    <message>
        <source>Pointing accuracy in %</source>
        <translation>דיוק ההצבעה ב־%</translation>
    </message>
    <message>
        <source>Pointing accuracy by groups of phrases</source>
        <translation>דיוק ההצבעה לפי קבוצות ביטויים</translation>
    </message>
    <message>
        <source>Click a bar to list its phrases. The thin lines are 95 % intervals.</source>
        <translation>לחיצה על עמודה עוברת על הביטויים שלה. הקווים הדקים הם רווחים של 95 %.</translation>
    </message>
</context>
<context>
    <name>gbs::widgets::ScoreTableModel</name>
    <message>
        <source>%1 to %2</source>
        <translation>%1 עד %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 מתוך %2</translation>
    </message>
    <message>
        <source>%1 of %2 phrases, 95 % interval %3 to %4</source>
        <translation>%1 מתוך %2 ביטויים, רווח 95 % מ־%3 עד %4</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>מפה</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>דיוק</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>רווח 95 %</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>פגיעות</translation>
    </message>
    <message>
        <source>Energy</source>
        <translation>אנרגיה</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>תיבה</translation>
    </message>
    <message>
        <source>Pointing accuracy in %: the map&apos;s peak is in a box of the phrase</source>
        <translation>דיוק ההצבעה ב־%: המקסימום של המפה נמצא בתיבה של הביטוי</translation>
    </message>
    <message>
        <source>Wilson&apos;s interval of the accuracy in %</source>
        <translation>רווח וילסון של הדיוק, ב־%</translation>
    </message>
    <message>
        <source>Mean share of the map&apos;s sum inside the boxes, in %</source>
        <translation>חלקו הממוצע של סכום המפה שבתוך התיבות, ב־%</translation>
    </message>
    <message>
        <source>Phrases whose thresholded map gives a box with an IoU of 0.5 or more, in %</source>
        <translation>ביטויים שהמפה שלהם, חתוכה בסף הקבוע, נותנת תיבה עם IoU של 0.5 או יותר, ב־%</translation>
    </message>
</context>
<context>
    <name>gbs::app::SeparationTab</name>
    <message>
        <source>%1 is too large</source>
        <translation>%1 גדול מדי</translation>
    </message>
    <message>
        <source>%1 is damaged</source>
        <translation>%1 פגום</translation>
    </message>
    <message>
        <source>The preview of step %1 cannot be read. It may have been deleted, since only the latest previews are kept.</source>
        <translation>התצוגה המקדימה של צעד %1 אינה קיימת עוד או שלא ניתן לקרוא אותה: רק החדשות ביותר נשמרות.</translation>
    </message>
    <message>
        <source>%1 is damaged: it lists no blends.</source>
        <translation>%1 פגום: אין בו רשימת מיזוגים.</translation>
    </message>
    <message>
        <source>This preview has no blend %1.</source>
        <translation>בתצוגה מקדימה זו אין מיזוג %1.</translation>
    </message>
    <message>
        <source>Perlin noise</source>
        <translation>רעש פרלין</translation>
    </message>
    <message>
        <source>Gaussians</source>
        <translation>גאוסיאנים</translation>
    </message>
    <message>
        <source>Circle</source>
        <translation>עיגול</translation>
    </message>
    <message>
        <source>Scale &amp; Shift</source>
        <translation>שינוי גודל והזזה</translation>
    </message>
    <message>
        <source>Half plane</source>
        <translation>חצי מישור</translation>
    </message>
    <message>
        <source>Recurrent</source>
        <translation>רקורנטי</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>מה רואים כאן</translation>
    </message>
    <message>
        <source>Previous preview</source>
        <translation>תצוגה מקדימה קודמת</translation>
    </message>
    <message>
        <source>Previous preview (Page Up)</source>
        <translation>התצוגה המקדימה הקודמת (Page Up)</translation>
    </message>
    <message>
        <source>Next preview</source>
        <translation>תצוגה מקדימה מאוחרת יותר</translation>
    </message>
    <message>
        <source>Next preview (Page Down)</source>
        <translation>התצוגה המקדימה הבאה (Page Down)</translation>
    </message>
    <message>
        <source>Steps through the saved previews</source>
        <translation>מעבר לאחור בין התצוגות המקדימות שנשמרו; ביניהן מספר צעדי אימון</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>תצוגה מקדימה</translation>
    </message>
    <message>
        <source>Lates&amp;t</source>
        <translation>החד&amp;שה ביותר</translation>
    </message>
    <message>
        <source>Always shows the latest preview</source>
        <translation>הצגת התצוגה המקדימה החדשה ביותר תמיד</translation>
    </message>
    <message>
        <source>Shows only blends of this alpha generator</source>
        <translation>רק מיזוגים שמפת האלפא שלהם נוצרה כך</translation>
    </message>
    <message>
        <source>Alpha generator</source>
        <translation>שיטת האלפא</translation>
    </message>
    <message>
        <source>Blend to show</source>
        <translation>איזה מיזוג של התצוגה המקדימה</translation>
    </message>
    <message>
        <source>Blend</source>
        <translation>מיזוג</translation>
    </message>
    <message>
        <source>A&amp;lpha</source>
        <translation>אל&amp;פא</translation>
    </message>
    <message>
        <source>&amp;Blend</source>
        <translation>מיזו&amp;ג</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>צעד %1</translation>
    </message>
    <message>
        <source>Choose a run to see how it separates blends.</source>
        <translation>יש לבחור הרצה כדי לראות כיצד היא מפרידה מיזוגים.</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>קריאה…</translation>
    </message>
    <message>
        <source>This run has no preview yet. The option preview.every sets how often it saves one.</source>
        <translation>הרצה זו עדיין לא שמרה תצוגה מקדימה. האפשרות preview.every קובעת באיזו תדירות היא עושה זאת.</translation>
    </message>
    <message>
        <source>This preview has no blend with this alpha generator. Choose another preview or generator.</source>
        <translation>בתצוגה מקדימה זו אין מיזוג עם אלפא זה. אפשר לעבור לתצוגה אחרת, או לבחור אלפא אחר.</translation>
    </message>
    <message>
        <source>any</source>
        <translation>כלשהו</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>number of a blend, and its alpha map</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Save &amp;Image…</source>
        <translation>שמירת &amp;תמונה…</translation>
    </message>
    <message>
        <source>Saves the images shown as one PNG file</source>
        <translation>שומר את התמונות המוצגות בקובץ PNG אחד</translation>
    </message>
    <message>
        <source>Save Separation</source>
        <translation>שמירת ההפרדה</translation>
    </message>
    <message>
        <source>Separation saved to %1.</source>
        <translation>ההפרדה נשמרה ב־%1.</translation>
    </message>
</context>
<context>
    <name>gbs::widgets::SeparationView</name>
    <message>
        <source>A blend and how the model separates it</source>
        <translation>מיזוג וכיצד המודל מפרק אותו</translation>
    </message>
    <message>
        <source>not in this preview</source>
        <translation>לא בתצוגה מקדימה זו</translation>
    </message>
    <message>
        <source>I&lt;sub&gt;1&lt;/sub&gt;</source>
        <translation>I&lt;sub&gt;1&lt;/sub&gt;</translation>
    </message>
    <message>
        <source>The first photo and its caption</source>
        <translation>התמונה הראשונה והכיתוב שלה</translation>
    </message>
    <message>
        <source>I&lt;sub&gt;2&lt;/sub&gt;</source>
        <translation>I&lt;sub&gt;2&lt;/sub&gt;</translation>
    </message>
    <message>
        <source>The second photo and its caption</source>
        <translation>התמונה השנייה והכיתוב שלה</translation>
    </message>
    <message>
        <source>α</source>
        <translation>α</translation>
    </message>
    <message>
        <source>Weight of the first photo: white is 1</source>
        <translation>כמה מהתמונה הראשונה יש בכל מקום: לבן הוא כולה</translation>
    </message>
    <message>
        <source>I&lt;sub&gt;b&lt;/sub&gt;</source>
        <translation>I&lt;sub&gt;b&lt;/sub&gt;</translation>
    </message>
    <message>
        <source>The blend: α I1 + (1 − α) I2</source>
        <translation>המיזוג: ⁦α I1 + (1 − α) I2⁩</translation>
    </message>
    <message>
        <source>H(T&lt;sub&gt;1&lt;/sub&gt;)</source>
        <translation>⁦H(T&lt;sub&gt;1&lt;/sub&gt;)⁩</translation>
    </message>
    <message>
        <source>Where the model sees the first caption in the blend</source>
        <translation>היכן המודל רואה את הכיתוב הראשון במיזוג</translation>
    </message>
    <message>
        <source>H(T&lt;sub&gt;2&lt;/sub&gt;)</source>
        <translation>⁦H(T&lt;sub&gt;2&lt;/sub&gt;)⁩</translation>
    </message>
    <message>
        <source>Where the model sees the second caption in the blend</source>
        <translation>היכן המודל רואה את הכיתוב השני במיזוג</translation>
    </message>
    <message>
        <source>α, its target</source>
        <translation>α, היעד</translation>
    </message>
    <message>
        <source>The target of H(T1)</source>
        <translation>מה ש־⁦H(T1)⁩ אמור להיות</translation>
    </message>
    <message>
        <source>1 − α, its target</source>
        <translation>⁦1 − α⁩, היעד</translation>
    </message>
    <message>
        <source>The target of H(T2)</source>
        <translation>מה ש־⁦H(T2)⁩ אמור להיות</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>שגיאה</translation>
    </message>
    <message>
        <source>Absolute difference of map and target: black is 0, yellow is 1</source>
        <translation>המרחק בין המפה ליעד: שחור הוא אפס, צהוב הוא 1</translation>
    </message>
    <message>
        <source>mean squared error %1</source>
        <translation>ממוצע ריבועים %1</translation>
    </message>
    <message>
        <source>H(T&lt;sub&gt;neg&lt;/sub&gt;)</source>
        <translation>⁦H(T&lt;sub&gt;neg&lt;/sub&gt;)⁩</translation>
    </message>
    <message>
        <source>Map of a text that matches neither photo; should be dark</source>
        <translation>המפה של טקסט שאינו שייך לאף אחת מהתמונות: אמורה להיות כהה</translation>
    </message>
    <message>
        <source>mean %1, should be 0</source>
        <translation>ממוצע %1, אמור להיות 0</translation>
    </message>
    <message>
        <source>H without text</source>
        <translation>H ללא טקסט</translation>
    </message>
    <message>
        <source>Map without text; should be gray, 0.5 everywhere</source>
        <translation>המפה ללא טקסט: אמורה להיות אפורה, 0.5 בכל מקום</translation>
    </message>
    <message>
        <source>mean %1, should be %2</source>
        <translation>ממוצע %1, אמור להיות %2</translation>
    </message>
    <message>
        <source>This preview lacks %1.</source>
        <translation>בתצוגה מקדימה זו חסר: %1.</translation>
    </message>
</context>
<context>
    <name>gbs::app::SettingsController</name>
    <message>
        <source>&amp;Guide</source>
        <translation>&amp;מדריך</translation>
    </message>
    <message>
        <source>Opens the documentation: first steps, tasks, formats</source>
        <translation>פותח את התיעוד: צעדים ראשונים, משימות, תבניות קבצים</translation>
    </message>
    <message>
        <source>No program opens %1</source>
        <translation>אין תוכנית שפותחת את %1</translation>
    </message>
    <message>
        <source>Pr&amp;eferences…</source>
        <translation>ה&amp;עדפות…</translation>
    </message>
    <message>
        <source>Language, colors, memory and more</source>
        <translation>שפה, צבעים, זיכרון ועוד</translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts…</source>
        <translation>&amp;קיצורי מקשים…</translation>
    </message>
    <message>
        <source>Search and change the shortcuts of all actions</source>
        <translation>כל הפעולות והמקשים שלהן, לחיפוש ולשינוי</translation>
    </message>
    <message>
        <source>Copy &amp;Diagnostics</source>
        <translation>ה&amp;עתקת נתוני אבחון</translation>
    </message>
    <message>
        <source>Copies versions, devices, settings and the last log lines for a bug report</source>
        <translation>גרסאות, התקנים, הגדרות והשורות האחרונות של היומן, לצורך דיווח על תקלה</translation>
    </message>
    <message>
        <source>&amp;About GbS Explorer</source>
        <translation>&amp;אודות GbS Explorer</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>ערכת &amp;נושא</translation>
    </message>
    <message>
        <source>Follow &amp;System</source>
        <translation>לפי ה&amp;מערכת</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;בהיר</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;כהה</translation>
    </message>
    <message>
        <source>The diagnostics have been copied to the clipboard.</source>
        <translation>נתוני האבחון נמצאים בלוח.</translation>
    </message>
</context>
<context>
    <name>gbs::app::ShortcutModel</name>
    <message>
        <source>Default: %1</source>
        <translation>ברירת מחדל: %1</translation>
    </message>
    <message>
        <source>none</source>
        <translation>אין</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>פעולה</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>תפריט</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>מקשים</translation>
    </message>
</context>
<context>
    <name>gbs::app::ShortcutsDialog</name>
    <message>
        <source>&amp;Set</source>
        <translation>&amp;קביעה</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>ה&amp;סרה</translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation>&amp;איפוס</translation>
    </message>
    <message>
        <source>Reset &amp;All</source>
        <translation>איפוס ה&amp;כול</translation>
    </message>
    <message>
        <source>Keyboard Shortcuts</source>
        <translation>קיצורי מקשים</translation>
    </message>
    <message>
        <source>Search actions, menus and keys</source>
        <translation>חיפוש פעולות, תפריטים ומקשים</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>חיפוש</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>פעולות והמקשים שלהן</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>מקש חדש</translation>
    </message>
    <message>
        <source>Press the new key combination</source>
        <translation>יש להקיש על המקש שיבצע את הפעולה</translation>
    </message>
    <message>
        <source>Assigns the key to this action and removes it from others</source>
        <translation>הפעולה מקבלת את המקש הזה; פעולה שהיה שלה מאבדת אותו</translation>
    </message>
    <message>
        <source>Removes all keys of this action</source>
        <translation>לאחר מכן אין לפעולה מקש</translation>
    </message>
    <message>
        <source>Resets this action to its default keys</source>
        <translation>החזרת מקשי ברירת המחדל של הפעולה</translation>
    </message>
    <message>
        <source>Resets all actions to their default keys</source>
        <translation>החזרת מקשי ברירת המחדל של כל הפעולות</translation>
    </message>
    <message>
        <source>New &amp;key</source>
        <translation>מקש &amp;חדש</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>״%1״</translation>
    </message>
    <message>
        <source>%1 is assigned to %2. Setting it here removes it there.</source>
        <translation>%1 שייך אל %2, שתאבד אותו אם ייקבע כאן.</translation>
    </message>
</context>
<context>
    <name>gbs::widgets::StartPage</name>
    <message>
        <source>Sample photos</source>
        <translation>תמונות לדוגמה</translation>
    </message>
    <message>
        <source>Three things to try</source>
        <translation>שלושה דברים לנסות</translation>
    </message>
    <message>
        <source>Recent folders</source>
        <translation>תיקיות אחרונות</translation>
    </message>
    <message>
        <source>Open Photo…</source>
        <translation>פתיחת תמונה…</translation>
    </message>
    <message>
        <source>Open Folder…</source>
        <translation>פתיחת תיקייה…</translation>
    </message>
    <message>
        <source>Open one or more photos</source>
        <translation>פתיחת תמונה אחת או יותר</translation>
    </message>
    <message>
        <source>Open all photos in a folder</source>
        <translation>פתיחת כל התמונות של תיקייה</translation>
    </message>
    <message>
        <source>Open a photo or folder, or drop one here. Then type what to look for and press Enter.</source>
        <translation>יש לפתוח תמונה או תיקייה, או לשחרר אחת כאן. אחר כך יש להקליד מה לחפש ולהקיש Enter.</translation>
    </message>
    <message>
        <source>See where a phrase is in a photo</source>
        <translation>היכן בתמונה נמצא ביטוי</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>פתיחת %1</translation>
    </message>
    <message>
        <source>Find “%1” in %2</source>
        <translation>חיפוש ״%1״ ב־%2</translation>
    </message>
    <message>
        <source>Open the photo and search for the phrase</source>
        <translation>פתיחת התמונה והקלדת הביטוי</translation>
    </message>
</context>
<context>
    <name>gbs::app::StatusLine</name>
    <message>
        <source>Time for the photo and the last phrase, in milliseconds</source>
        <translation>כמה זמן ארכו התמונה והביטוי האחרון, באלפיות שנייה</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>בפעולה</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>מוכן</translation>
    </message>
    <message>
        <source>Model: %1
Image encoder: %2, input %3 × %3 pixels
Text encoder: %4</source>
        <translation>מודל: %1
מקודד תמונה: %2, קלט ⁦%3 × %3⁩ פיקסלים
מקודד טקסט: %4</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Device: %1</source>
        <translation>התקן: %1</translation>
    </message>
    <message>
        <source>no model</source>
        <translation>אין מודל</translation>
    </message>
</context>
<context>
    <name>gbs::app::TrainController</name>
    <message>
        <source>Training</source>
        <translation>אימון</translation>
    </message>
    <message>
        <source>&amp;New Run…</source>
        <translation>הרצה &amp;חדשה…</translation>
    </message>
    <message>
        <source>Choose a recipe and options and start training</source>
        <translation>בחירת מתכון ואפשרויות, והפעלת תוכנית אימון</translation>
    </message>
    <message>
        <source>&amp;Attach a Run…</source>
        <translation>&amp;צירוף הרצה…</translation>
    </message>
    <message>
        <source>List a run that was started from a shell or on another machine</source>
        <translation>הוספת הרצה שהופעלה ממעטפת פקודה או ממחשב אחר לרשימה, בין שהיא פועלת ובין שהסתיימה</translation>
    </message>
    <message>
        <source>Runs &amp;Folder…</source>
        <translation>&amp;תיקיית ההרצות…</translation>
    </message>
    <message>
        <source>Choose the folder whose runs are listed</source>
        <translation>התיקייה שהרצותיה מוצגות ברשימה</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>ה&amp;שהיה</translation>
    </message>
    <message>
        <source>Pause the trainer of the selected run</source>
        <translation>בקשה מתוכנית האימון של ההרצה שנבחרה להמתין</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>חי&amp;דוש</translation>
    </message>
    <message>
        <source>Resume a paused trainer</source>
        <translation>המשך של תוכנית אימון מושהית</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>&amp;עצירה</translation>
    </message>
    <message>
        <source>Save a checkpoint and stop the trainer</source>
        <translation>בקשה מתוכנית האימון לשמור נקודת ביקורת ולסיים</translation>
    </message>
    <message>
        <source>Save a Chec&amp;kpoint Now</source>
        <translation>שמירת נקודת &amp;ביקורת כעת</translation>
    </message>
    <message>
        <source>Save a checkpoint after the current step</source>
        <translation>בקשה מתוכנית האימון לנקודת ביקורת אחרי צעד זה</translation>
    </message>
    <message>
        <source>&amp;Continue…</source>
        <translation>ה&amp;משך…</translation>
    </message>
    <message>
        <source>Start a trainer that continues from the latest checkpoint</source>
        <translation>הפעלת תוכנית אימון שממשיכה מנקודת הביקורת החדשה ביותר</translation>
    </message>
    <message>
        <source>F&amp;ork…</source>
        <translation>&amp;פיצול…</translation>
    </message>
    <message>
        <source>Start a new run from the weights of a checkpoint, with other options</source>
        <translation>הרצה חדשה מהמשקלים של נקודת ביקורת, עם אפשרויות אחרות</translation>
    </message>
    <message>
        <source>&amp;Ground with the Latest Checkpoint</source>
        <translation>&amp;איתור עם נקודת הביקורת החדשה ביותר</translation>
    </message>
    <message>
        <source>Load the latest checkpoint of the selected run into the window</source>
        <translation>נקודת הביקורת החדשה ביותר של ההרצה שנבחרה נעשית המודל של החלון</translation>
    </message>
    <message>
        <source>Follow Ne&amp;w Checkpoints</source>
        <translation>מע&amp;קב אחר נקודות ביקורת חדשות</translation>
    </message>
    <message>
        <source>Load each new checkpoint of the selected run into the window, at most every ten seconds</source>
        <translation>כל נקודת ביקורת חדשה של ההרצה שנבחרה נעשית המודל של החלון, לכל היותר פעם בעשר שניות</translation>
    </message>
    <message>
        <source>Grounding with the checkpoint at step %1 of %2</source>
        <translation>איתור עם נקודת הביקורת בצעד %1 של %2</translation>
    </message>
    <message>
        <source>%1 has no checkpoint yet</source>
        <translation>ל־%1 אין עדיין נקודת ביקורת</translation>
    </message>
    <message>
        <source>Folder of training runs</source>
        <translation>תיקייה של הרצות אימון</translation>
    </message>
    <message>
        <source>Folder of one training run</source>
        <translation>תיקייה של הרצת אימון אחת</translation>
    </message>
    <message>
        <source>%1 is not a training run: it has neither a status.json nor a config.yaml</source>
        <translation>%1 אינה הרצת אימון: אין בה status.json וגם לא config.yaml</translation>
    </message>
    <message>
        <source>Continue %1</source>
        <translation>המשך: %1</translation>
    </message>
    <message>
        <source>The run is complete. Additional steps for its last stage (its schedule is stretched):</source>
        <translation>ההרצה הושלמה. צעדים נוספים לשלב האחרון שלה (לוח הזמנים שלו נמתח):</translation>
    </message>
    <message>
        <source>Step %1 (best)</source>
        <translation>צעד %1, הטוב ביותר</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>צעד %1</translation>
    </message>
    <message>
        <source>Fork %1</source>
        <translation>פיצול: %1</translation>
    </message>
    <message>
        <source>Checkpoint whose weights the new run starts from:</source>
        <translation>נקודת הביקורת שמהמשקלים שלה מתחילה ההרצה החדשה:</translation>
    </message>
</context>
<context>
    <name>gbs::app::TrainingTabs</name>
    <message>
        <source>Runs</source>
        <translation>הרצות</translation>
    </message>
    <message>
        <source>Runs of a folder and their controls</source>
        <translation>ההרצות של תיקייה, ומה אפשר לעשות עם ההרצה שנבחרה</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>עקומות</translation>
    </message>
    <message>
        <source>Losses, rates and pointing accuracy of the selected run</source>
        <translation>הפסדים, קצבים ודיוק ההצבעה של ההרצה שנבחרה</translation>
    </message>
    <message>
        <source>Separation</source>
        <translation>הפרדה</translation>
    </message>
    <message>
        <source>Blends of the selected run and their separation by the model</source>
        <translation>מיזוגים של ההרצה שנבחרה וכיצד המודל מפרק אותם</translation>
    </message>
    <message>
        <source>Film Strip</source>
        <translation>סרט צילום</translation>
    </message>
    <message>
        <source>One phrase for each checkpoint of the selected run</source>
        <translation>ביטוי אחד בכל נקודת ביקורת של ההרצה שנבחרה</translation>
    </message>
    <message>
        <source>Alpha Studio</source>
        <translation>סטודיו אלפא</translation>
    </message>
    <message>
        <source>Generators of alpha maps, drawn without training</source>
        <translation>המחוללים של מפות אלפא, מצוירים ללא כל אימון</translation>
    </message>
    <message>
        <source>Selected run</source>
        <translation>ההרצה שנבחרה</translation>
    </message>
    <message>
        <source>No run selected</source>
        <translation>לא נבחרה הרצה</translation>
    </message>
    <message>
        <source>%1: %2, step %3 of %4</source>
        <translation>%1: %2, צעד %3 מתוך %4</translation>
    </message>
    <message>
        <source>The curves of a run are shown here: its losses, rates and pointing accuracy.</source>
        <translation>כאן מוצגות העקומות של ריצה: הפסדים, קצבים ודיוק ההצבעה.</translation>
    </message>
    <message>
        <source>The blends of a run are shown here, and how its model separates them.</source>
        <translation>כאן מוצגים המיזוגים של ריצה וכיצד המודל שלה מפריד אותם.</translation>
    </message>
    <message>
        <source>One phrase is shown here under each checkpoint of a run.</source>
        <translation>כאן מוצג ביטוי אחד בכל נקודת שמירה של ריצה.</translation>
    </message>
    <message>
        <source>Choose a Run</source>
        <translation>בחירת ריצה</translation>
    </message>
</context>
<context>
    <name>gbs::widgets::StrengthChip</name>
    <message>
        <source>strong</source>
        <comment>strength of a phrase</comment>
        <translation>חזק</translation>
    </message>
    <message>
        <source>medium</source>
        <comment>strength of a phrase</comment>
        <translation>בינוני</translation>
    </message>
    <message>
        <source>weak</source>
        <comment>strength of a phrase</comment>
        <translation>חלש</translation>
    </message>
    <message>
        <source>none</source>
        <comment>strength of a phrase</comment>
        <translation>אין</translation>
    </message>
    <message>
        <source>At least three of four such phrases are in their photos.</source>
        <translation>לפחות שלושה מכל ארבעה ביטויים כאלה נמצאים בתמונותיהם.</translation>
    </message>
    <message>
        <source>More likely in the photo than not.</source>
        <translation>סביר יותר שנמצא בתמונה מאשר שלא.</translation>
    </message>
    <message>
        <source>More likely not in the photo. Look before you believe the map.</source>
        <translation>סביר יותר שלא נמצא בתמונה. יש להסתכל לפני שמאמינים למפה.</translation>
    </message>
    <message>
        <source>Hardly in the photo, or in words that the model does not know. The map points at what comes closest.</source>
        <translation>כמעט ודאי לא בתמונה, או במילים שהמודל אינו מכיר. המפה מצביעה על הקרוב ביותר.</translation>
    </message>
    <message>
        <source>Strength %1 (%2). %3</source>
        <translation>חוזק %1 (%2). %3</translation>
    </message>
</context>
<context>
    <name>gbs::widgets::TruthPanel</name>
    <message>
        <source>Box %1</source>
        <translation>תיבה %1</translation>
    </message>
    <message>
        <source>Point %1</source>
        <translation>נקודה %1</translation>
    </message>
    <message>
        <source>Mark a point</source>
        <translation>סימון נקודה</translation>
    </message>
    <message>
        <source>Click the object in the photo</source>
        <translation>ואז לחיצה על המקום האמיתי בתמונה</translation>
    </message>
    <message>
        <source>Mark a box</source>
        <translation>סימון תיבה</translation>
    </message>
    <message>
        <source>Draw a box around the object in the photo</source>
        <translation>ואז ציור תיבה סביב המקום האמיתי בתמונה</translation>
    </message>
    <message>
        <source>Mark the peak</source>
        <translation>סימון השיא</translation>
    </message>
    <message>
        <source>Mark the peak of the mean map as the ground truth</source>
        <translation>סימון הערך הגבוה ביותר של מפת הממוצע כמקום האמיתי</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>הזזה</translation>
    </message>
    <message>
        <source>The next mark replaces the selected one. In the list, Ctrl and the arrow keys move it by one pixel; with Shift, by ten.</source>
        <translation>הסימון הבא מחליף את הסימון הנבחר. ברשימה, Ctrl ומקשי החצים מזיזים אותו בפיקסל אחד, ועם Shift בעשרה.</translation>
    </message>
    <message>
        <source>Remove the mark</source>
        <translation>הסרת הסימון</translation>
    </message>
    <message>
        <source>Remove the selected mark</source>
        <translation>הסרת הסימון הנבחר</translation>
    </message>
    <message>
        <source>Ground truth of the phrase</source>
        <translation>המקומות האמיתיים של הביטוי</translation>
    </message>
    <message>
        <source>Photo pixels: x, y from the top left corner, starting at 0</source>
        <translation>פיקסלים של התמונה: x, y מהפינה השמאלית העליונה שלה, בספירה מ־0</translation>
    </message>
    <message numerus="yes">
        <source>Polygon of %n corner(s), %1</source>
        <translation>
            <numerusform>מצולע עם פינה %n, %1</numerusform>
            <numerusform>מצולע עם %n פינות, %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Mark a polygon</source>
        <translation>סימון מצולע</translation>
    </message>
    <message>
        <source>Click the corners around the object; a double click or Enter closes the polygon</source>
        <translation>לחיצה על הפינות סביב העצם; לחיצה כפולה או Enter סוגרים את המצולע</translation>
    </message>
</context>
<context>
    <name>gbs::app::Workspaces</name>
    <message>
        <source>Explore</source>
        <translation>חקירה</translation>
    </message>
    <message>
        <source>Find phrases in photos</source>
        <translation>מציאת ביטויים בתצלומים</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>סקירה</translation>
    </message>
    <message>
        <source>Judge the maps and mark the truth</source>
        <translation>שיפוט המפות וסימון המיקום הנכון</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>אימון</translation>
    </message>
    <message>
        <source>Start and watch training runs</source>
        <translation>התחלת ריצות אימון וצפייה בהן</translation>
    </message>
    <message>
        <source>Benchmark</source>
        <translation>מבחן ביצועים</translation>
    </message>
    <message>
        <source>Score models and look at their misses</source>
        <translation>מדידת מודלים וצפייה בהחטאות שלהם</translation>
    </message>
    <message>
        <source>Workspaces</source>
        <translation>סביבות עבודה</translation>
    </message>
    <message>
        <source>&amp;Reset Layout</source>
        <translation>&amp;איפוס הפריסה</translation>
    </message>
    <message>
        <source>Put the panels of this workspace back to their first places</source>
        <translation>מחזיר את החלוניות של סביבה זו למקומן הראשון</translation>
    </message>
</context>
<context>
    <name>gbs::app::WalkBar</name>
    <message>
        <source>Load the Model of the Result</source>
        <translation>טעינת המודל של התוצאה</translation>
    </message>
    <message>
        <source>Back to My Photos</source>
        <translation>חזרה לתצלומים שלי</translation>
    </message>
    <message>
        <source>The maps are those of %1, whose result this is.</source>
        <translation>המפות הן של %1, שזו התוצאה שלו.</translation>
    </message>
    <message>
        <source>The maps are those of %1. The result does not say which model it is of.</source>
        <translation>המפות הן של %1. התוצאה אינה אומרת של איזה מודל היא.</translation>
    </message>
    <message>
        <source>The maps are those of %1, but the result is of %2, which is not loaded.</source>
        <translation>המפות הן של %1, אבל התוצאה היא של %2, שאינו טעון.</translation>
    </message>
</context>
<context>
    <name>gbs::app::PhotoActions</name>
    <message>
        <source>Show in &amp;File Manager</source>
        <translation>הצגה במנהל ה&amp;קבצים</translation>
    </message>
    <message>
        <source>Open the folder of the photo</source>
        <translation>פותח את תיקיית התצלום</translation>
    </message>
    <message>
        <source>&amp;Open in Another Program</source>
        <translation>&amp;פתיחה בתוכנה אחרת</translation>
    </message>
    <message>
        <source>Open the photo in its default program</source>
        <translation>פותח את התצלום בתוכנת ברירת המחדל</translation>
    </message>
    <message>
        <source>Copy Pat&amp;h</source>
        <translation>העתקת ה&amp;נתיב</translation>
    </message>
    <message>
        <source>Copy the path of the photo</source>
        <translation>מעתיק את נתיב התצלום</translation>
    </message>
    <message>
        <source>Copy &amp;Image</source>
        <translation>העתקת ה&amp;תמונה</translation>
    </message>
    <message>
        <source>Copy the photo without its maps</source>
        <translation>מעתיק את התצלום ללא המפות</translation>
    </message>
</context>
<context>
    <name>gbs::app::ScoreController</name>
    <message>
        <source>Photos by Score</source>
        <translation>תצלומים לפי ציון</translation>
    </message>
    <message>
        <source>&amp;Sort the Photos by This Phrase</source>
        <translation>&amp;מיון התצלומים לפי ביטוי זה</translation>
    </message>
    <message>
        <source>Show all listed photos with the map of the phrase, the best first</source>
        <translation>מציג את כל התצלומים ברשימה עם מפת הביטוי, הטובים תחילה</translation>
    </message>
    <message>
        <source>“%1”: stopped</source>
        <translation>”%1“: נעצר</translation>
    </message>
    <message>
        <source>Open a folder and type a phrase first.</source>
        <translation>פתחו תחילה תיקייה והקלידו ביטוי.</translation>
    </message>
    <message>
        <source>Only the first %1 photos of the list are scored.</source>
        <translation>רק %1 התצלומים הראשונים ברשימה ידורגו.</translation>
    </message>
</context>
<context>
    <name>gbs::widgets::ScoreGrid</name>
    <message>
        <source>&amp;Score the Photos</source>
        <translation>&amp;דירוג התצלומים</translation>
    </message>
    <message>
        <source>Sto&amp;p</source>
        <translation>ע&amp;צירה</translation>
    </message>
    <message>
        <source>Photos scored</source>
        <translation>תצלומים שדורגו</translation>
    </message>
    <message>
        <source>Find the current phrase in all listed photos, the best first</source>
        <translation>מחפש את הביטוי הנוכחי בכל התצלומים ברשימה, הטובים תחילה</translation>
    </message>
    <message>
        <source>Photos by the score of the phrase</source>
        <translation>תצלומים לפי ציון הביטוי</translation>
    </message>
    <message>
        <source>All listed photos with the map of the current phrase, the best first.</source>
        <translation>כל התצלומים ברשימה עם מפת הביטוי הנוכחי, הטובים תחילה.</translation>
    </message>
    <message>
        <source>Score the Photos</source>
        <translation>דירוג התצלומים</translation>
    </message>
    <message>
        <source>Strongest first</source>
        <translation>החזקים תחילה</translation>
    </message>
    <message>
        <source>Highest value first</source>
        <translation>הערך הגבוה תחילה</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>סדר</translation>
    </message>
    <message>
        <source>The strength says how likely the photo shows the phrase</source>
        <translation>החוזק אומר עד כמה סביר שהתמונה מראה את הביטוי</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>״%1״</translation>
    </message>
    <message>
        <source>Pa&amp;use</source>
        <translation>הש&amp;היה</translation>
    </message>
    <message>
        <source>Res&amp;ume</source>
        <translation>המש&amp;ך</translation>
    </message>
    <message>
        <source>Continue with the remaining photos</source>
        <translation>המשך עם התמונות שנותרו</translation>
    </message>
    <message>
        <source>Wait; the photo that was begun is finished first</source>
        <translation>המתנה; התמונה שכבר התחילה תושלם קודם</translation>
    </message>
</context>
<context>
    <name>gbs::widgets::MapHistogram</name>
    <message>
        <source>Values of the map</source>
        <translation>ערכי המפה</translation>
    </message>
    <message>
        <source>How often each value from 0 to 1 is in the map. Drag the limits of the colors; Left and Right move the last one, Up and Down choose it.</source>
        <translation>כמה פעמים מופיע כל ערך מ-0 עד 1 במפה. גררו את גבולות הצבעים; שמאלה וימינה מזיזים את האחרון, למעלה ולמטה בוחרים בו.</translation>
    </message>
    <message>
        <source>Colors from %1 to %2</source>
        <translation>צבעים מ-%1 עד %2</translation>
    </message>
</context>
<context>
    <name>gbs::app::TeamController</name>
    <message>
        <source>&amp;Import Reviews…</source>
        <translation>&amp;ייבוא סקירות…</translation>
    </message>
    <message>
        <source>Take the reviews of another person into those of this folder; everyone's verdicts are kept</source>
        <translation>צירוף הסקירות של אדם אחר לאלה של התיקייה הזאת; ההכרעות של כולם נשמרות</translation>
    </message>
    <message>
        <source>Photos with &amp;Disagreement</source>
        <translation>תמונות עם &amp;מחלוקת</translation>
    </message>
    <message>
        <source>List the photos with a phrase on which people's verdicts differ</source>
        <translation>הצגת התמונות שיש בהן ביטוי שההכרעות עליו שונות</translation>
    </message>
    <message>
        <source>Import reviews</source>
        <translation>ייבוא סקירות</translation>
    </message>
    <message>
        <source>Reviews (%1);;All files (*)</source>
        <translation>סקירות (%1);;כל הקבצים (*)</translation>
    </message>
    <message>
        <source>Verdicts in %1 have no name. Who gave them?</source>
        <translation>להכרעות בקובץ %1 אין שם. מי נתן אותן?</translation>
    </message>
    <message>
        <source>%1: %2 verdicts and %3 marks were taken in. People disagree on %4 phrases.</source>
        <translation>%1: נקלטו %2 הכרעות ו־%3 סימונים. יש מחלוקת על %4 ביטויים.</translation>
    </message>
    <message>
        <source>Nobody disagrees in this folder.</source>
        <translation>אין מחלוקת בתיקייה הזאת.</translation>
    </message>
    <message numerus="yes">
        <source>Disagreement: %n phrase(s)</source>
        <translation>
            <numerusform>מחלוקת: ביטוי %n</numerusform>
            <numerusform>מחלוקת: %n ביטויים</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gbs::widgets::AgreementTable</name>
    <message>
        <source>People</source>
        <translation>אנשים</translation>
    </message>
    <message>
        <source>Judged by all</source>
        <translation>הוכרעו בידי כולם</translation>
    </message>
    <message>
        <source>Disagreements</source>
        <translation>מחלוקות</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>הסכמה</translation>
    </message>
    <message>
        <source>Kappa</source>
        <translation>קאפה</translation>
    </message>
    <message>
        <source>Agreement beyond that of chance: 0 is chance, 1 is always. Cohen's of two people, Fleiss' of more.</source>
        <translation>הסכמה מעבר למקרה: 0 פירושו מקרה, 1 פירושו תמיד. של כהן לשני אנשים, של פלייס ליותר.</translation>
    </message>
    <message>
        <source>Agreement of people</source>
        <translation>הסכמה בין אנשים</translation>
    </message>
    <message>
        <source>Click a row to list the photos on which these people disagree</source>
        <translation>לחיצה על שורה מציגה את התמונות שהאנשים האלה חלוקים עליהן</translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation>(ללא שם)</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>gbs::app::ReviewWorker</name>
    <message>
        <source>The reviews of %1 are not open.</source>
        <translation>הסקירות של %1 אינן פתוחות.</translation>
    </message>
</context>
<context>
    <name>gbs::app::WorkListController</name>
    <message>
        <source>Open &amp;Work List…</source>
        <translation>פתיחת רשימת &amp;עבודה…</translation>
    </message>
    <message>
        <source>A table of photos and phrases to judge (CSV: image, phrase, annotator)</source>
        <translation>טבלה של תמונות וביטויים להכרעה (CSV: image, phrase, annotator)</translation>
    </message>
    <message>
        <source>Close Wor&amp;k List</source>
        <translation>סגירת רשימת הע&amp;בודה</translation>
    </message>
    <message>
        <source>Open a work list</source>
        <translation>פתיחת רשימת עבודה</translation>
    </message>
    <message>
        <source>Work lists (%1);;All files (*)</source>
        <translation>רשימות עבודה (%1);;כל הקבצים (*)</translation>
    </message>
    <message>
        <source>Open the work list</source>
        <translation>פתיחת רשימת העבודה</translation>
    </message>
    <message>
        <source>Work list: %1 of %2 judged</source>
        <translation>רשימת עבודה: הוכרעו %1 מתוך %2</translation>
    </message>
    <message>
        <source> (%1 in photos that are not open)</source>
        <translation> (%1 בתמונות שאינן פתוחות)</translation>
    </message>
</context>
<context>
    <name>BoxesText</name>
    <message>
        <source>This detector gives maps, not boxes.</source>
        <translation>גלאי זה נותן מפות, לא תיבות.</translation>
    </message>
    <message>
        <source>%1 boxes for %2 phrases written to %3.</source>
        <translation>%1 תיבות עבור %2 ביטויים נכתבו אל %3.</translation>
    </message>
</context>
<context>
    <name>gbs::app::DetectorController</name>
    <message>
        <source>De&amp;tector</source>
        <translation>&amp;גלאי</translation>
    </message>
    <message>
        <source>&amp;Run…</source>
        <translation>ה&amp;פעלה…</translation>
    </message>
    <message>
        <source>Ask a detector for the boxes of the shown photo and phrase</source>
        <translation>שאילת גלאי על התיבות של התמונה והביטוי המוצגים</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;עצירה</translation>
    </message>
    <message>
        <source>End the detector that runs</source>
        <translation>סיום הגלאי הפועל</translation>
    </message>
    <message>
        <source>&amp;Write Boxes…</source>
        <translation>&amp;כתיבת תיבות…</translation>
    </message>
    <message>
        <source>Write the detector&apos;s boxes for the phrases of all photos as JSONL</source>
        <translation>כתיבת התיבות של הגלאי לביטויים של כל התמונות כ-JSONL</translation>
    </message>
    <message>
        <source>Write Boxes</source>
        <translation>כתיבת תיבות</translation>
    </message>
    <message>
        <source>Boxes (%1)</source>
        <translation>תיבות (%1)</translation>
    </message>
    <message>
        <source>There is no phrase to look for: add one to the list first.</source>
        <translation>אין ביטוי לחפש: יש להוסיף תחילה ביטוי לרשימה.</translation>
    </message>
    <message numerus="yes">
        <source>Boxes of %n photo(s)</source>
        <translation>
            <numerusform>תיבות של תמונה %n</numerusform>
            <numerusform>תיבות של %n תמונות</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gbs::app::DetectorDialog</name>
    <message>
        <source>&amp;Start</source>
        <translation>ה&amp;תחלה</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>&amp;עצירה</translation>
    </message>
    <message>
        <source>Run a Detector</source>
        <translation>הפעלת גלאי</translation>
    </message>
    <message>
        <source>The name of a bridge with its options, such as owlv2 --weights FOLDER, or a command of your own</source>
        <translation>שם של גשר עם האפשרויות שלו, למשל owlv2 --weights FOLDER, או פקודה משלכם</translation>
    </message>
    <message>
        <source>Detector</source>
        <translation>גלאי</translation>
    </message>
    <message>
        <source>What the detector writes</source>
        <translation>מה שהגלאי כותב</translation>
    </message>
    <message>
        <source>&amp;Detector:</source>
        <translation>&amp;גלאי:</translation>
    </message>
    <message>
        <source>State:</source>
        <translation>מצב:</translation>
    </message>
    <message>
        <source>starting…</source>
        <translation>בהפעלה…</translation>
    </message>
    <message>
        <source>answering: %1</source>
        <translation>עונה: %1</translation>
    </message>
    <message>
        <source>ready: %1</source>
        <translation>מוכן: %1</translation>
    </message>
    <message>
        <source>failed: %1</source>
        <translation>נכשל: %1</translation>
    </message>
    <message>
        <source>off</source>
        <translation>כבוי</translation>
    </message>
</context>
<context>
    <name>gbs::app::RunningDetector</name>
    <message>
        <source>The detector %1 has ended by itself.</source>
        <translation>הגלאי %1 הסתיים מעצמו.</translation>
    </message>
</context>
<context>
    <name>gbs::app::MarksController</name>
    <message>
        <source>Use &amp;Ground Truth as Marks</source>
        <translation>שימוש באמת ה&amp;בסיס כסימונים</translation>
    </message>
    <message>
        <source>Marks the boxes, outlines and points of the ground truth in all open photos, for phrases without marks</source>
        <translation>סימון התיבות, קווי המתאר והנקודות של אמת הבסיס בכל התמונות הפתוחות, לביטויים ללא סימונים</translation>
    </message>
    <message numerus="yes">
        <source>Marks added to %n phrase(s).</source>
        <translation>
            <numerusform>נוספו סימונים לביטוי %n.</numerusform>
            <numerusform>נוספו סימונים ל־%n ביטויים.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewExport</name>
    <message>
        <source>Nothing to export: nothing is marked or judged in this folder.</source>
        <translation>אין מה לייצא: בתיקייה הזאת לא סומן ולא הוכרע דבר.</translation>
    </message>
</context>
<context>
    <name>gbs::app::CommandRow</name>
    <message>
        <source>Add</source>
        <translation>הוספה</translation>
    </message>
    <message>
        <source>Command of a detector</source>
        <translation>פקודה של גלאי</translation>
    </message>
    <message>
        <source>A detector that is asked during the run, as in Model &gt; Detector &gt; Run: the name of a bridge with its options, or a command of your own. NAME=COMMAND gives its maps a name.</source>
        <translation>גלאי שנשאל במהלך ההרצה, כמו במודל &gt; גלאי &gt; הפעלה: שם של גשר עם האפשרויות שלו, או פקודה משלכם. NAME=COMMAND נותן שם למפות שלו.</translation>
    </message>
    <message>
        <source>Scores this detector, too</source>
        <translation>מדרג גם את הגלאי הזה</translation>
    </message>
    <message>
        <source>owlv2 --weights FOLDER</source>
        <translation>owlv2 --weights FOLDER</translation>
    </message>
</context>
<context>
    <name>DetectorCommands</name>
    <message>
        <source>There is no program “%1”. Type the name of a bridge (%2) with its options, or a command.</source>
        <translation>אין תוכנית בשם „%1”. הקלידו שם של גשר (%2) עם האפשרויות שלו, או פקודה.</translation>
    </message>
</context>
<context>
    <name>gbs::app::RunBar</name>
    <message>
        <source>St&amp;art</source>
        <translation>ה&amp;תחלה</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>המ&amp;שך</translation>
    </message>
    <message>
        <source>Pa&amp;use</source>
        <translation>ה&amp;שהיה</translation>
    </message>
    <message>
        <source>Sto&amp;p</source>
        <translation>&amp;עצירה</translation>
    </message>
    <message>
        <source>Starts scoring from the beginning</source>
        <translation>מדרג מההתחלה</translation>
    </message>
    <message>
        <source>Resumes a paused run, or a stopped one from the scores in the file</source>
        <translation>ממשיך הרצה מושהית, או הרצה שנעצרה לפי מה ששמרה בקובץ</translation>
    </message>
    <message>
        <source>Lets the run wait; the photo that it has begun is finished first</source>
        <translation>משהה את ההרצה; התמונה שכבר התחילה תושלם קודם</translation>
    </message>
    <message>
        <source>Stops the run and keeps the scores so far</source>
        <translation>מסיים את ההרצה; מה שדורג נשמר</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>התקדמות</translation>
    </message>
    <message>
        <source>%1 of %2 phrases</source>
        <translation>%1 מתוך %2 ביטויים</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1 לשנייה</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>נותרו %1</translation>
    </message>
    <message>
        <source>Paused. %1</source>
        <translation>מושהה. %1</translation>
    </message>
</context>
</TS>
