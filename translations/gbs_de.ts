<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>ColorBar</name>
    <message>
        <source>auto</source>
        <translation>auto</translation>
    </message>
    <message>
        <source>same scale</source>
        <translation>gleiche Skala</translation>
    </message>
    <message>
        <source>custom</source>
        <translation>eigene Grenzen</translation>
    </message>
    <message>
        <source>%1; values %2 to %3</source>
        <translation>%1; Werte %2 bis %3</translation>
    </message>
</context>
<context>
    <name>FigureExportText</name>
    <message>
        <source>peak %1 at %2, %3</source>
        <translation>Maximum %1 bei %2, %3</translation>
    </message>
    <message>
        <source>Not enough memory.</source>
        <translation>Nicht genügend Arbeitsspeicher.</translation>
    </message>
    <message>
        <source>Nothing to draw. Open a photo first.</source>
        <translation>Nichts zu zeichnen. Bitte zuerst ein Foto öffnen.</translation>
    </message>
    <message>
        <source>A figure of %1 × %2 pixels is too large. Choose a smaller size.</source>
        <translation>Eine Abbildung von %1 × %2 Pixeln ist zu groß. Bitte eine kleinere Größe wählen.</translation>
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
        <translation>%1: „%2“: %3</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) written to %1.</source>
        <translation>
            <numerusform>%n Foto nach %1 geschrieben.</numerusform>
            <numerusform>%n Fotos nach %1 geschrieben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n already existed.</source>
        <translation>
            <numerusform>%n war bereits vorhanden.</numerusform>
            <numerusform>%n waren bereits vorhanden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) could not be grounded; see the log.</source>
        <translation>
            <numerusform>%n Element konnte nicht verortet werden; siehe Protokoll.</numerusform>
            <numerusform>%n Elemente konnten nicht verortet werden; siehe Protokoll.</numerusform>
        </translation>
    </message>
    <message>
        <source>All files already exist.</source>
        <translation>Alle Dateien sind bereits vorhanden.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) written to %1.</source>
        <translation>
            <numerusform>%n Datei nach %1 geschrieben.</numerusform>
            <numerusform>%n Dateien nach %1 geschrieben.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HeatmapCanvas</name>
    <message>
        <source>mean</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>detector</source>
        <translation>Detektor</translation>
    </message>
    <message>
        <source>combined</source>
        <translation>kombiniert</translation>
    </message>
    <message>
        <source>phrases</source>
        <translation>Ausdrücke</translation>
    </message>
    <message>
        <source>decoder</source>
        <translation>Decoder</translation>
    </message>
    <message>
        <source>image to text</source>
        <translation>Bild zu Text</translation>
    </message>
    <message>
        <source>zero-shot, no H&lt;sub&gt;GbS&lt;/sub&gt;</source>
        <translation>zero-shot, ohne H&lt;sub&gt;GbS&lt;/sub&gt;</translation>
    </message>
    <message>
        <source>box scores</source>
        <translation>Scores seiner Boxen</translation>
    </message>
    <message>
        <source>no phrase reaches %1; lower its threshold in the Layers panel</source>
        <translation>kein Ausdruck erreicht %1: seine Schwelle bei den Ebenen senken</translation>
    </message>
    <message>
        <source>√(mean · detector)</source>
        <translation>√(Mittel · Detektor)</translation>
    </message>
    <message>
        <source>the part that the phrase means</source>
        <translation>der Teil, den der Ausdruck meint</translation>
    </message>
    <message>
        <source>the rest</source>
        <translation>der Rest</translation>
    </message>
</context>
<context>
    <name>JobWords</name>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Preparing…</source>
        <translation>Wird vorbereitet…</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n photo(s)</source>
        <translation>
            <numerusform>%1 von %n Foto</numerusform>
            <numerusform>%1 von %n Fotos</numerusform>
        </translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n fehlgeschlagen</numerusform>
            <numerusform>%n fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <comment>between parts of a list</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>Waiting for other jobs</source>
        <translation>Wartet auf die vorherige Aufgabe</translation>
    </message>
    <message>
        <source>Canceling…</source>
        <translation>Wird beendet…</translation>
    </message>
    <message>
        <source>Canceled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>Canceled. %1</source>
        <translation>Abgebrochen. %1</translation>
    </message>
    <message>
        <source>Pausing…</source>
        <translation>Wird angehalten…</translation>
    </message>
    <message>
        <source>Paused. %1</source>
        <translation>Pausiert. %1</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
</context>
<context>
    <name>OptionWords</name>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <source>pixels</source>
        <translation>Pixel</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>threads</source>
        <translation>Threads</translation>
    </message>
    <message>
        <source>pairs</source>
        <translation>Paare</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Fotos</translation>
    </message>
    <message>
        <source>Captions</source>
        <translation>Bildunterschriften</translation>
    </message>
    <message>
        <source>Start from the model</source>
        <translation>Beginnen mit dem Modell</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Random seed</source>
        <translation>Startwert des Zufalls</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Pretrained image encoder</source>
        <translation>Vortrainierter Bild-Encoder</translation>
    </message>
    <message>
        <source>Weights of the image encoder</source>
        <translation>Gewichte des Bild-Encoders</translation>
    </message>
    <message>
        <source>List of photos to use</source>
        <translation>Liste der verwendeten Fotos</translation>
    </message>
    <message>
        <source>Archives of photos and captions</source>
        <translation>Archive mit Fotos und Texten</translation>
    </message>
    <message>
        <source>Photos shuffled together</source>
        <translation>Gemeinsam gemischte Fotos</translation>
    </message>
    <message>
        <source>First photos only</source>
        <translation>Nur die ersten Fotos</translation>
    </message>
    <message>
        <source>Reading threads</source>
        <translation>Lesende Threads</translation>
    </message>
    <message>
        <source>Folder for encoded data</source>
        <translation>Ordner für kodierte Daten</translation>
    </message>
    <message>
        <source>Validation photos</source>
        <translation>Fotos zur Prüfung</translation>
    </message>
    <message>
        <source>Validation phrases</source>
        <translation>Ausdrücke zur Prüfung</translation>
    </message>
    <message>
        <source>Validate every</source>
        <translation>Prüfen alle</translation>
    </message>
    <message>
        <source>Use every n-th phrase</source>
        <translation>Jeden n-ten Ausdruck verwenden</translation>
    </message>
    <message>
        <source>Save every</source>
        <translation>Speichern alle</translation>
    </message>
    <message>
        <source>Checkpoints to keep</source>
        <translation>Behaltene Checkpoints</translation>
    </message>
    <message>
        <source>Preview every</source>
        <translation>Vorschau alle</translation>
    </message>
    <message>
        <source>Previews to keep</source>
        <translation>Behaltene Vorschauen</translation>
    </message>
    <message>
        <source>Log every</source>
        <translation>Protokollieren alle</translation>
    </message>
    <message>
        <source>Image encoder</source>
        <translation>Bild-Encoder</translation>
    </message>
    <message>
        <source>Language model</source>
        <translation>Sprachmodell</translation>
    </message>
    <message>
        <source>Levels of features</source>
        <translation>Merkmalsebenen</translation>
    </message>
    <message>
        <source>Side of the input</source>
        <translation>Kantenlänge der Eingabe</translation>
    </message>
    <message>
        <source>Width of the necks</source>
        <translation>Breite der Zwischenschichten</translation>
    </message>
    <message>
        <source>Attenuation by the text</source>
        <translation>Dämpfung durch den Text</translation>
    </message>
    <message>
        <source>Strength of the attenuation</source>
        <translation>Stärke der Dämpfung</translation>
    </message>
    <message>
        <source>Width of the decoder</source>
        <translation>Breite des Decoders</translation>
    </message>
    <message>
        <source>Levels that match the text</source>
        <translation>Ebenen im Textvergleich</translation>
    </message>
    <message>
        <source>Average with the mirror image</source>
        <translation>Mit dem Spiegelbild mitteln</translation>
    </message>
    <message>
        <source>Blur of the maps</source>
        <translation>Unschärfe der Karten</translation>
    </message>
    <message>
        <source>Blur of H_GbS</source>
        <translation>Unschärfe von H_GbS</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Stapel</translation>
    </message>
    <message>
        <source>Side of the training photos</source>
        <translation>Kantenlänge der Trainingsfotos</translation>
    </message>
    <message>
        <source>Train the image encoder</source>
        <translation>Bild-Encoder trainieren</translation>
    </message>
    <message>
        <source>Train the necks</source>
        <translation>Zwischenschichten trainieren</translation>
    </message>
    <message>
        <source>Train the text projection</source>
        <translation>Textprojektion trainieren</translation>
    </message>
    <message>
        <source>Train the decoder</source>
        <translation>Decoder trainieren</translation>
    </message>
    <message>
        <source>Keep encoded photos</source>
        <translation>Kodierte Fotos behalten</translation>
    </message>
    <message>
        <source>Blend</source>
        <translation>Mischen</translation>
    </message>
    <message>
        <source>Smallest crop</source>
        <translation>Kleinster Ausschnitt</translation>
    </message>
    <message>
        <source>Stretch of crops</source>
        <translation>Verzerrung der Ausschnitte</translation>
    </message>
    <message>
        <source>Mirror images</source>
        <translation>Spiegelungen</translation>
    </message>
    <message>
        <source>Swap "left" and "right"</source>
        <translation>„links“ und „rechts“ tauschen</translation>
    </message>
    <message>
        <source>Change of colors</source>
        <translation>Farbänderung</translation>
    </message>
    <message>
        <source>Gray photos</source>
        <translation>Graue Fotos</translation>
    </message>
    <message>
        <source>Phrases instead of captions</source>
        <translation>Ausdrücke statt Texte</translation>
    </message>
    <message>
        <source>Left out words</source>
        <translation>Ausgelassene Wörter</translation>
    </message>
    <message>
        <source>Weight of the separation</source>
        <translation>Gewicht der Trennung</translation>
    </message>
    <message>
        <source>Weight of wrong texts</source>
        <translation>Gewicht falscher Texte</translation>
    </message>
    <message>
        <source>Weight of missing texts</source>
        <translation>Gewicht fehlender Texte</translation>
    </message>
    <message>
        <source>Teacher</source>
        <translation>Lehrer</translation>
    </message>
    <message>
        <source>Close-ups per photo</source>
        <translation>Nahaufnahmen pro Foto</translation>
    </message>
    <message>
        <source>Weight of the teacher's maps</source>
        <translation>Gewicht der Karten des Lehrers</translation>
    </message>
    <message>
        <source>Weight of image to text</source>
        <translation>Gewicht von Bild zu Text</translation>
    </message>
    <message>
        <source>Ramp of the weights</source>
        <translation>Anstieg der Gewichte</translation>
    </message>
    <message>
        <source>Wrong texts</source>
        <translation>Falsche Texte</translation>
    </message>
    <message>
        <source>Match of words and places</source>
        <translation>Vergleich von Wörtern und Orten</translation>
    </message>
    <message>
        <source>Sum over words</source>
        <translation>Summe über Wörter</translation>
    </message>
    <message>
        <source>Compare across processes</source>
        <translation>Über Prozesse vergleichen</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatur</translation>
    </message>
    <message>
        <source>Train the temperature</source>
        <translation>Temperatur trainieren</translation>
    </message>
    <message>
        <source>Share of Perlin noise</source>
        <translation>Anteil Perlin-Rauschen</translation>
    </message>
    <message>
        <source>Coarsest lattice</source>
        <translation>Gröbstes Gitter</translation>
    </message>
    <message>
        <source>Finest lattice</source>
        <translation>Feinstes Gitter</translation>
    </message>
    <message>
        <source>Fewest octaves</source>
        <translation>Wenigste Oktaven</translation>
    </message>
    <message>
        <source>Most octaves</source>
        <translation>Meiste Oktaven</translation>
    </message>
    <message>
        <source>Strength of finer octaves</source>
        <translation>Stärke feinerer Oktaven</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Kontrast</translation>
    </message>
    <message>
        <source>Threshold at the median</source>
        <translation>Schwelle beim Median</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Schwelle</translation>
    </message>
    <message>
        <source>Share of Gaussians</source>
        <translation>Anteil Gauß-Flecken</translation>
    </message>
    <message>
        <source>Smallest spread</source>
        <translation>Kleinste Breite</translation>
    </message>
    <message>
        <source>Largest spread</source>
        <translation>Größte Breite</translation>
    </message>
    <message>
        <source>Share of circles</source>
        <translation>Anteil Kreise</translation>
    </message>
    <message>
        <source>Smallest radius</source>
        <translation>Kleinster Radius</translation>
    </message>
    <message>
        <source>Largest radius</source>
        <translation>Größter Radius</translation>
    </message>
    <message>
        <source>Exchanged photos</source>
        <translation>Vertauschte Fotos</translation>
    </message>
    <message>
        <source>Share of scale and shift</source>
        <translation>Anteil Skalieren und Schieben</translation>
    </message>
    <message>
        <source>Smallest scale</source>
        <translation>Kleinste Skalierung</translation>
    </message>
    <message>
        <source>Largest scale</source>
        <translation>Größte Skalierung</translation>
    </message>
    <message>
        <source>Share of half-planes</source>
        <translation>Anteil Halbebenen</translation>
    </message>
    <message>
        <source>Smallest offset</source>
        <translation>Kleinster Versatz</translation>
    </message>
    <message>
        <source>Largest offset</source>
        <translation>Größter Versatz</translation>
    </message>
    <message>
        <source>Hardest edge</source>
        <translation>Härteste Kante</translation>
    </message>
    <message>
        <source>Softest edge</source>
        <translation>Weichste Kante</translation>
    </message>
    <message>
        <source>Share of adversarial alphas</source>
        <translation>Anteil gegnerischer Alphas</translation>
    </message>
    <message>
        <source>Adversarial steps</source>
        <translation>Gegnerische Schritte</translation>
    </message>
    <message>
        <source>Adversarial rate</source>
        <translation>Gegnerische Rate</translation>
    </message>
    <message>
        <source>Share of recurrent alphas</source>
        <translation>Anteil rekurrenter Alphas</translation>
    </message>
    <message>
        <source>Unblended photos</source>
        <translation>Ungemischte Fotos</translation>
    </message>
    <message>
        <source>Blur of recurrent alphas</source>
        <translation>Unschärfe rekurrenter Alphas</translation>
    </message>
    <message>
        <source>Power of recurrent alphas</source>
        <translation>Potenz rekurrenter Alphas</translation>
    </message>
    <message>
        <source>Scale of recurrent alphas</source>
        <translation>Skala rekurrenter Alphas</translation>
    </message>
    <message>
        <source>Maps of an averaged model</source>
        <translation>Karten eines gemittelten Modells</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>Optimierer</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>Rate of the encoder</source>
        <translation>Rate des Encoders</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>Gewichtsabnahme</translation>
    </message>
    <message>
        <source>Largest gradient</source>
        <translation>Größter Gradient</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Warm-up</source>
        <translation>Aufwärmen</translation>
    </message>
    <message>
        <source>Decay every</source>
        <translation>Abnahme alle</translation>
    </message>
    <message>
        <source>Averaging of weights</source>
        <translation>Mittelung der Gewichte</translation>
    </message>
    <message>
        <source>Precision of numbers</source>
        <translation>Zahlengenauigkeit</translation>
    </message>
</context>
<context>
    <name>QObject</name>
    <message>
        <source>%1: no map was computed. %2</source>
        <translation>%1: Es wurde keine Karte erzeugt. %2</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>Grounding report</source>
        <translation>Verortungsbericht</translation>
    </message>
    <message>
        <source>photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>peak</source>
        <translation>Maximum</translation>
    </message>
    <message>
        <source>at</source>
        <translation>bei</translation>
    </message>
    <message>
        <source>correct</source>
        <translation>richtig</translation>
    </message>
    <message>
        <source>incorrect</source>
        <translation>falsch</translation>
    </message>
    <message>
        <source>unsure</source>
        <translation>unsicher</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Encoders</source>
        <translation>Encoder</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Trained on</source>
        <translation>Trainiert mit</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>phrases, protocol</source>
        <translation>Ausdrücke, Protokoll</translation>
    </message>
    <message>
        <source>Made with</source>
        <translation>Erstellt mit</translation>
    </message>
    <message>
        <source>Colors of the maps, 0 to 1 in every photo</source>
        <translation>Farben der Karten, 0 bis 1 auf jedem Foto</translation>
    </message>
    <message>
        <source>Totals</source>
        <translation>Summen</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Fotos</translation>
    </message>
    <message>
        <source>Phrases</source>
        <translation>Ausdrücke</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>the decoder&apos;s map</source>
        <translation>die Karte des Decoders</translation>
    </message>
    <message>
        <source>image to text</source>
        <translation>Bild zu Text</translation>
    </message>
    <message>
        <source>geometric mean of both</source>
        <translation>geometrisches Mittel aus beiden</translation>
    </message>
    <message>
        <source>colors</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>lowest</source>
        <translation>niedrigster</translation>
    </message>
    <message>
        <source>highest</source>
        <translation>höchster</translation>
    </message>
    <message>
        <source>Colors of each map, from its lowest to its highest value</source>
        <translation>Farben jeder Karte, von ihrem niedrigsten zu ihrem höchsten Wert</translation>
    </message>
    <message>
        <source>Colors of the maps, from the lowest to the highest value of all maps of a photo</source>
        <translation>Farben der Karten, vom niedrigsten zum höchsten Wert aller Karten eines Fotos</translation>
    </message>
    <message>
        <source>Colors of the maps, the same in every photo</source>
        <translation>Farben der Karten, gleich auf jedem Foto</translation>
    </message>
    <message>
        <source>absent</source>
        <translation>nicht im Bild</translation>
    </message>
    <message>
        <source>Photos in this report</source>
        <translation>Fotos in diesem Bericht</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>not judged</source>
        <translation>nicht bewertet</translation>
    </message>
    <message>
        <source>strength</source>
        <translation>Stärke</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>weak</source>
        <translation>schwach</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>mittel</translation>
    </message>
    <message>
        <source>strong</source>
        <translation>stark</translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message>
        <source>%1 % (%2–%3 %)</source>
        <translation>%1 % (%2–%3 %)</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>Richtig</translation>
    </message>
    <message>
        <source>Incorrect</source>
        <translation>Falsch</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>Unsicher</translation>
    </message>
    <message>
        <source>Absent</source>
        <translation>Nicht vorhanden</translation>
    </message>
</context>
<context>
    <name>ReviewDatabase</name>
    <message>
        <source>%1: larger than the limit for reviews (1 GiB)</source>
        <translation>%1: größer als die Grenze für Beurteilungen (1 GiB)</translation>
    </message>
    <message>
        <source>%1: not a file of reviews</source>
        <translation>%1: keine Datei mit Beurteilungen</translation>
    </message>
    <message>
        <source>%1 was written by a newer version of GbS Explorer (format %2; this version supports %3). Update the program to review photos in this folder. The file was not changed.</source>
        <translation>%1 stammt von einer neueren Version von GbS Explorer (Format %2; diese Version kennt %3). Um Fotos dieses Ordners zu beurteilen, bitte das Programm aktualisieren; die Datei blieb unverändert.</translation>
    </message>
    <message>
        <source>%1 was moved or deleted</source>
        <translation>%1 wurde verschoben oder gelöscht</translation>
    </message>
    <message>
        <source>%1 cannot be read</source>
        <translation>%1 kann nicht gelesen werden</translation>
    </message>
</context>
<context>
    <name>ReviewStore</name>
    <message>
        <source>The reviews in %1 are damaged, and the file is read-only. %2 verdict(s) could be recovered.</source>
        <translation>Die Beurteilungen in %1 sind beschädigt, und die Datei ist schreibgeschützt. Wiederhergestellte Urteile: %2.</translation>
    </message>
    <message>
        <source>%1 is read-only. Its reviews are saved in %2.</source>
        <translation>%1 ist schreibgeschützt. Die Beurteilungen werden in %2 gespeichert.</translation>
    </message>
    <message>
        <source>%1. The file cannot be renamed either. Move it to review photos in %2.</source>
        <translation>%1. Die Datei lässt sich auch nicht umbenennen. Bitte verschieben, um Fotos in %2 zu beurteilen.</translation>
    </message>
    <message>
        <source>The reviews of this folder were damaged (%1). The file was renamed to %2, and %3 verdict(s) were recovered into a new file.</source>
        <translation>Die Beurteilungen dieses Ordners waren beschädigt (%1). Die Datei wurde in %2 umbenannt; in eine neue Datei übernommene Urteile: %3.</translation>
    </message>
    <message>
        <source>Neither %1 nor %2 is writable. Make one of them writable or free some space.</source>
        <translation>Weder in %1 noch in %2 kann geschrieben werden. Bitte einen der beiden Ordner beschreibbar machen oder Speicherplatz freigeben.</translation>
    </message>
    <message>
        <source>%1 no longer exists. Its reviews are saved in %2.</source>
        <translation>%1 existiert nicht mehr. Die Beurteilungen werden in %2 gespeichert.</translation>
    </message>
    <message>
        <source>All reviews of the folder were saved again in %1.</source>
        <translation>Alle Beurteilungen des Ordners wurden erneut in %1 gespeichert.</translation>
    </message>
    <message>
        <source>The reviews in %1 were moved to %2. The old file is now %3.</source>
        <translation>Die Beurteilungen in %1 wurden nach %2 verschoben. Die alte Datei heißt jetzt %3.</translation>
    </message>
</context>
<context>
    <name>RunWords</name>
    <message>
        <source>Starting</source>
        <translation>Startet</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Wird gestoppt</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Gestoppt</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Abgeschlossen</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Stopped unexpectedly</source>
        <translation>Unerwartet beendet</translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation>Nicht lesbar</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Fork it with a smaller batch or input_size; the same values would fail again.</source>
        <translation>Mit einem kleineren Wert für batch oder input_size abzweigen: Dieselben Zahlen würden erneut scheitern.</translation>
    </message>
    <message>
        <source>Fork it from its last good checkpoint with a lower optimizer.learning_rate, or with optimizer.clip set.</source>
        <translation>Vom letzten guten Checkpoint mit kleinerem optimizer.learning_rate oder mit gesetztem optimizer.clip abzweigen.</translation>
    </message>
    <message>
        <source>Free disk space, then continue.</source>
        <translation>Auf dem Datenträger Platz schaffen, dann weitertrainieren.</translation>
    </message>
    <message>
        <source>Continue resumes from the checkpoint at step %1.</source>
        <translation>„Weitertrainieren“ setzt beim Checkpoint von Schritt %1 an.</translation>
    </message>
    <message>
        <source>There is no checkpoint yet; Continue starts at the first step.</source>
        <translation>Es gibt noch keinen Checkpoint: „Weitertrainieren“ beginnt beim ersten Schritt.</translation>
    </message>
    <message>
        <source>PID %1 on %2</source>
        <translation>PID %1 auf %2</translation>
    </message>
    <message>
        <source>process unknown</source>
        <translation>Prozess unbekannt</translation>
    </message>
    <message>
        <source>On %1: %2.</source>
        <translation>Auf %1: %2.</translation>
    </message>
    <message>
        <source>The trainer was started and has not reported yet.</source>
        <translation>Der Trainer wurde gestartet und hat sich noch nicht gemeldet.</translation>
    </message>
    <message>
        <source>Running (%1).</source>
        <translation>Läuft (%1).</translation>
    </message>
    <message>
        <source>The trainer is paused (%1); Resume continues it.</source>
        <translation>Der Trainer wartet (%1); „Fortsetzen“ lässt ihn weiterarbeiten.</translation>
    </message>
    <message>
        <source>Stopped before its last step.</source>
        <translation>Vor dem letzten Schritt beendet.</translation>
    </message>
    <message>
        <source>All steps are done. Continue trains more steps.</source>
        <translation>Alle Schritte sind erledigt. „Weitertrainieren“ trainiert weitere Schritte.</translation>
    </message>
    <message>
        <source>Stopped unexpectedly (killed or out of memory; %1).</source>
        <translation>Unerwartet beendet (abgebrochen oder kein Speicher; %1).</translation>
    </message>
    <message>
        <source>Its last heartbeat was at %1.</source>
        <translation>Letztes Lebenszeichen: %1.</translation>
    </message>
</context>
<context>
    <name>gbs::app::AboutDialog</name>
    <message>
        <source>Third-Party &amp;Notices…</source>
        <translation>&amp;Hinweise zu Drittanbietern…</translation>
    </message>
    <message>
        <source>Licenses and origins of the parts of other authors</source>
        <translation>Lizenzen und Herkunft der Teile anderer Urheber</translation>
    </message>
    <message>
        <source>Third-Party Notices</source>
        <translation>Hinweise zu Drittanbietern</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>noch keins</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>&amp;Copy Diagnostics</source>
        <translation>Diagnosedaten &amp;kopieren</translation>
    </message>
    <message>
        <source>About GbS Explorer</source>
        <translation>Über GbS Explorer</translation>
    </message>
    <message>
        <source>GbS Explorer %1</source>
        <translation>GbS Explorer %1</translation>
    </message>
    <message>
        <source>Shows where a phrase is in a photo. Trained only on photos and their captions.</source>
        <translation>Zeigt, wo ein Ausdruck in einem Foto liegt. Trainiert nur mit Fotos und ihren Bildunterschriften.</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <source>License</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Free software, GPL-3.0-or-later</source>
        <translation>Freie Software, GPL-3.0-or-later</translation>
    </message>
    <message>
        <source>Copies versions, devices, settings and the last log lines for a bug report</source>
        <translation>Kopiert Versionen, Geräte, Einstellungen und die letzten Protokollzeilen für eine Fehlermeldung</translation>
    </message>
    <message>
        <source>Collecting…</source>
        <translation>Wird zusammengestellt…</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
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
        <translation>Im neuen Lauf &amp;verwenden</translation>
    </message>
    <message>
        <source>α</source>
        <translation>α</translation>
    </message>
    <message>
        <source>Two photos and their blend</source>
        <translation>Zwei Fotos und ihre Überblendung</translation>
    </message>
    <message>
        <source>Blends of a batch</source>
        <translation>Überblendungen eines Batches</translation>
    </message>
    <message>
        <source>Generator of the alpha map (section 4.4.3 of the paper)</source>
        <translation>Generator der Alpha-Karte (Abschnitt 4.4.3 der Veröffentlichung)</translation>
    </message>
    <message>
        <source>Random seed of the maps</source>
        <translation>Startwert der Zufallszahlen für die Karten</translation>
    </message>
    <message>
        <source>Photo weighted by α</source>
        <translation>Mit α gewichtetes Foto</translation>
    </message>
    <message>
        <source>Photo weighted by 1 − α</source>
        <translation>Mit 1 − α gewichtetes Foto</translation>
    </message>
    <message>
        <source>Copies these alpha options to the form of a new run</source>
        <translation>Übernimmt diese Alpha-Optionen in das Formular eines neuen Laufs</translation>
    </message>
    <message>
        <source>Generat&amp;or</source>
        <translation>Ge&amp;nerator</translation>
    </message>
    <message>
        <source>&amp;Seed</source>
        <translation>&amp;Startwert</translation>
    </message>
    <message>
        <source>Photo &amp;1</source>
        <translation>Foto &amp;1</translation>
    </message>
    <message>
        <source>Photo &amp;2</source>
        <translation>Foto &amp;2</translation>
    </message>
    <message>
        <source>Shares of a batch</source>
        <translation>Anteile an einem Batch</translation>
    </message>
    <message>
        <source>Relative frequency of each generator; only the ratios matter. The lower row shows a sample batch.</source>
        <translation>Relative Häufigkeit jedes Generators; nur die Verhältnisse zählen. Die untere Zeile zeigt einen Beispiel-Batch.</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Choose a Photo</source>
        <translation>Foto wählen</translation>
    </message>
    <message>
        <source>Photos (%1)</source>
        <translation>Fotos (%1)</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>All shares are 0. A run needs at least one positive share.</source>
        <translation>Alle Anteile sind 0. Ein Lauf braucht mindestens einen positiven Anteil.</translation>
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
        <translation>Gewicht des ersten Fotos: Weiß ist 1, Schwarz ist 0</translation>
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
        <translation>Die Überblendung: α I1 + (1 − α) I2</translation>
    </message>
    <message>
        <source>mean %1, signal %2</source>
        <translation>Mittel %1, Signal %2</translation>
    </message>
    <message>
        <source>The signal is 2 Var α, the loss of a model that predicts the mean everywhere.</source>
        <translation>Das Signal ist 2 Var α, der Verlust eines Modells, das überall den Mittelwert ausgibt.</translation>
    </message>
    <message>
        <source>A blend from a batch with these shares</source>
        <translation>Eine Überblendung aus einem Batch mit diesen Anteilen</translation>
    </message>
</context>
<context>
    <name>gbs::app::BatchDialog</name>
    <message>
        <source>&amp;Skip files already exported</source>
        <translation>&amp;Schon exportierte Dateien überspringen</translation>
    </message>
    <message>
        <source>Export Heatmaps</source>
        <translation>Karten exportieren</translation>
    </message>
    <message>
        <source>Export Report</source>
        <translation>Bericht exportieren</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>photos and how many</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Photos to export</source>
        <translation>Zu exportierende Fotos</translation>
    </message>
    <message>
        <source>H_GbS, the &amp;decoder&apos;s map</source>
        <translation>H_GbS, Karte des &amp;Decoders</translation>
    </message>
    <message>
        <source>H_i2t, &amp;image to text</source>
        <translation>H_i2t, &amp;Bild zu Text</translation>
    </message>
    <message>
        <source>&amp;Mean of both</source>
        <translation>&amp;Mittel aus beiden</translation>
    </message>
    <message>
        <source>&amp;Overlay on the photo (PNG)</source>
        <translation>Über&amp;lagerung auf dem Foto (PNG)</translation>
    </message>
    <message>
        <source>&amp;16-bit PNG (0-65535 = 0-1)</source>
        <translation>&amp;16-Bit-PNG (0-65535 = 0-1)</translation>
    </message>
    <message>
        <source>&amp;NumPy .npy (float32)</source>
        <translation>&amp;NumPy .npy (float32)</translation>
    </message>
    <message>
        <source>Maps</source>
        <translation>Karten</translation>
    </message>
    <message>
        <source>Files (at the photo&apos;s resolution)</source>
        <translation>Dateien (in der Auflösung des Fotos)</translation>
    </message>
    <message>
        <source>Skips files listed in the folder&apos;s maps.jsonl and writes only the missing ones</source>
        <translation>Überspringt die in maps.jsonl aufgeführten Dateien und schreibt nur die fehlenden</translation>
    </message>
    <message>
        <source>Destination folder</source>
        <translation>Zielordner</translation>
    </message>
    <message>
        <source>Destination file (HTML with embedded images)</source>
        <translation>Zieldatei (HTML mit eingebetteten Bildern)</translation>
    </message>
    <message>
        <source>…</source>
        <translation>…</translation>
    </message>
    <message>
        <source>Choose the destination</source>
        <translation>Ziel wählen</translation>
    </message>
    <message>
        <source>&amp;Photos</source>
        <translation>&amp;Fotos</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>&amp;Ordner</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>Da&amp;tei</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Exportieren</translation>
    </message>
    <message>
        <source>Folder for the heatmaps</source>
        <translation>Ordner für die Karten</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Reports (*.html)</source>
        <translation>Berichte (*.html)</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>photos and phrases</comment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation>
            <numerusform>%n Foto</numerusform>
            <numerusform>%n Fotos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n phrase(s)</source>
        <translation>
            <numerusform>%n Ausdruck</numerusform>
            <numerusform>%n Ausdrücke</numerusform>
        </translation>
    </message>
    <message>
        <source>No phrases yet. Type a phrase first.</source>
        <translation>Noch keine Ausdrücke. Bitte zuerst einen eingeben.</translation>
    </message>
    <message>
        <source>Choose at least one map and one file format.</source>
        <translation>Bitte mindestens eine Karte und ein Dateiformat wählen.</translation>
    </message>
    <message>
        <source>%1. The file exists and will be replaced.</source>
        <translation>%1. Die Datei ist bereits vorhanden und wird ersetzt.</translation>
    </message>
    <message>
        <source>Choose at least one map.</source>
        <translation>Mindestens eine Karte wählen.</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n file(s)</source>
        <translation>
            <numerusform>%1: %n Datei</numerusform>
            <numerusform>%1: %n Dateien</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gbs::app::BenchmarkController</name>
    <message>
        <source>Benchmark</source>
        <translation>Benchmark</translation>
    </message>
    <message>
        <source>Next P&amp;hrase of the Result</source>
        <translation>Nächster Ausdruck des &amp;Ergebnisses</translation>
    </message>
    <message>
        <source>Step through the phrases listed in the benchmark panel</source>
        <translation>Geht die Ausdrücke durch, die das Benchmark-Feld auflistet</translation>
    </message>
    <message>
        <source>Previous Phra&amp;se of the Result</source>
        <translation>Voriger Ausdruck des Er&amp;gebnisses</translation>
    </message>
    <message>
        <source>%1 has been scored. The scores of all phrases are in %2.</source>
        <translation>%1 ist bewertet; die Ausdrücke stehen in %2.</translation>
    </message>
    <message>
        <source>Stopped. The scores so far are saved; Resume continues.</source>
        <translation>Gestoppt. Was bewertet ist, bleibt erhalten; Fortsetzen macht weiter.</translation>
    </message>
    <message>
        <source>Checking %1…</source>
        <translation>%1 wird angesehen…</translation>
    </message>
    <message>
        <source>Open Results</source>
        <translation>Wertungen aller Ausdrücke</translation>
    </message>
    <message>
        <source>Results (%1)</source>
        <translation>Ergebnisse (%1)</translation>
    </message>
    <message>
        <source>Cannot create %1. Choose another file for the scores.</source>
        <translation>%1 kann nicht angelegt werden; bitte einen anderen Ort für die Wertungen wählen</translation>
    </message>
    <message>
        <source>The open benchmark does not contain the photo %1. Open its benchmark to see it.</source>
        <translation>Das Foto %1 liegt nicht im geöffneten Benchmark; zum Ansehen dessen Ordner öffnen</translation>
    </message>
    <message>
        <source>the benchmark %1</source>
        <translation>der Benchmark %1</translation>
    </message>
    <message>
        <source>Pausing…</source>
        <translation>Wird angehalten…</translation>
    </message>
</context>
<context>
    <name>gbs::app::BenchmarkForm</name>
    <message>
        <source>&amp;Open Benchmark…</source>
        <translation>Benchmark ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>Add &amp;Model…</source>
        <translation>&amp;Modell hinzufügen…</translation>
    </message>
    <message>
        <source>Add &amp;Boxes…</source>
        <translation>&amp;Boxen hinzufügen…</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Detectors</source>
        <translation>Detektoren</translation>
    </message>
    <message>
        <source>Also wri&amp;te a report</source>
        <translation>Auch einen Berich&amp;t schreiben</translation>
    </message>
    <message>
        <source>A dataset in its original layout: %1, or a folder with phrases in a TSV or JSONL file</source>
        <translation>Ein Datensatz in seiner ursprünglichen Ordnerstruktur: %1 oder ein Ordner mit Ausdrücken in einer TSV- oder JSONL-Datei</translation>
    </message>
    <message>
        <source>Split of the benchmark</source>
        <translation>Teilmenge des Benchmarks</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>Scores only the first phrases (0: all)</source>
        <translation>Bewertet nur die ersten Ausdrücke (0: alle)</translation>
    </message>
    <message>
        <source>Maps to combine, joined by + and separated by spaces, such as mean+detector. If empty, the mean map is combined with each detector.</source>
        <translation>Zu kombinierende Karten, mit + verbunden und durch Leerzeichen getrennt, etwa mean+detector. Bleibt das Feld leer, wird die mittlere Karte mit jedem Detektor kombiniert.</translation>
    </message>
    <message>
        <source>mean+detector</source>
        <translation>mean+detector</translation>
    </message>
    <message>
        <source>File for the scores of every phrase (JSONL, as written by gbs evaluate --per-phrase)</source>
        <translation>Datei für die Wertungen aller Ausdrücke (JSONL wie von gbs evaluate --per-phrase)</translation>
    </message>
    <message>
        <source>Sp&amp;lit</source>
        <translation>Tei&amp;l</translation>
    </message>
    <message>
        <source>Point into mas&amp;ks</source>
        <translation>In Mas&amp;ken zeigen</translation>
    </message>
    <message>
        <source>Hits count inside the masks of the data set in place of its boxes (COCO, RefCOCO, outlines of annotation tools); with the protocol plain</source>
        <translation>Treffer zählen in den Masken des Datensatzes statt in seinen Boxen (COCO, RefCOCO, Umrisse von Annotationsprogrammen); mit dem Protokoll plain</translation>
    </message>
    <message>
        <source>Proto&amp;col</source>
        <translation>Pr&amp;otokoll</translation>
    </message>
    <message>
        <source>P&amp;hrases</source>
        <translation>Aus&amp;drücke</translation>
    </message>
    <message>
        <source>&amp;Ensembles</source>
        <translation>&amp;Ensembles</translation>
    </message>
    <message>
        <source>Save scores &amp;to</source>
        <translation>Werte speichern &amp;in</translation>
    </message>
    <message>
        <source>An HTML file next to the scores with tables, plots, examples and everything needed to reproduce them</source>
        <translation>Eine HTML-Datei neben den Wertungen mit Tabellen, Diagrammen, Beispielen und allem, was zum Reproduzieren nötig ist</translation>
    </message>
    <message>
        <source>Checkpoints to score</source>
        <translation>Zu bewertende Checkpoints</translation>
    </message>
    <message>
        <source>Checkpoints (%1)</source>
        <translation>Checkpoints (%1)</translation>
    </message>
    <message>
        <source>Boxes of a detector</source>
        <translation>Boxen eines Detektors</translation>
    </message>
    <message>
        <source>Boxes (%1)</source>
        <translation>Boxen (%1)</translation>
    </message>
    <message>
        <source>Folder of a benchmark</source>
        <translation>Ordner eines Benchmarks</translation>
    </message>
    <message>
        <source>default (current model)</source>
        <translation>Standard (aktuelles Modell)</translation>
    </message>
    <message>
        <source>%1 (current model)</source>
        <translation>%1 (aktuelles Modell)</translation>
    </message>
    <message numerus="yes">
        <source>%1 in %2, %n photo(s)</source>
        <translation>
            <numerusform>%1 in %2, %n Foto</numerusform>
            <numerusform>%1 in %2, %n Fotos</numerusform>
        </translation>
    </message>
    <message>
        <source>Box files and running detectors to score, alone and combined with each model</source>
        <translation>Zu bewertende Dateien mit Boxen und laufende Detektoren, allein und mit jedem Modell kombiniert</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>How long a running detector may take for a phrase</source>
        <translation>Wie lange ein laufender Detektor für einen Ausdruck brauchen darf</translation>
    </message>
    <message>
        <source>&amp;Detector</source>
        <translation>Dete&amp;ktor</translation>
    </message>
    <message>
        <source>Answer l&amp;imit</source>
        <translation>Antwort&amp;zeit</translation>
    </message>
</context>
<context>
    <name>gbs::app::BenchmarkJob</name>
    <message>
        <source>Reading the benchmark…</source>
        <translation>Benchmark wird gelesen…</translation>
    </message>
    <message>
        <source>Loading models…</source>
        <translation>Modelle werden geladen…</translation>
    </message>
    <message>
        <source>Scoring…</source>
        <translation>Wird bewertet…</translation>
    </message>
    <message>
        <source>Writing the report…</source>
        <translation>Bericht wird geschrieben…</translation>
    </message>
</context>
<context>
    <name>gbs::app::BenchmarkPanel</name>
    <message>
        <source>%1 - %2: %3 points, 95% interval %4 to %5; %6 won, %7 lost, McNemar&apos;s test p = %8</source>
        <translation>%1 - %2: %3 Punkte, 95-%-Intervall %4 bis %5; %6 gewonnen, %7 verloren, McNemar-Test p = %8</translation>
    </message>
    <message>
        <source>Open Resul&amp;ts…</source>
        <translation>Ergebnisse ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Results of this and earlier runs. Checked results are plotted together; two checked results are compared.</source>
        <translation>Ergebnisse dieses und früherer Läufe. Angehakte Ergebnisse werden gemeinsam dargestellt; zwei angehakte werden verglichen.</translation>
    </message>
    <message>
        <source>Opens scores written by gbs evaluate --per-phrase or by this window</source>
        <translation>Öffnet Wertungen, die gbs evaluate --per-phrase oder dieses Fenster geschrieben hat</translation>
    </message>
    <message>
        <source>Removes the selected result from the list but keeps its file</source>
        <translation>Entfernt das gewählte Ergebnis aus der Liste; die Datei bleibt erhalten</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>Wertungen</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Wird verglichen…</translation>
    </message>
    <message>
        <source>below 5%</source>
        <translation>unter 5 %</translation>
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
        <translation>40 % und mehr</translation>
    </message>
    <message>
        <source>What to score</source>
        <translation>Was bewertet wird</translation>
    </message>
    <message>
        <source>Phrases of the result</source>
        <translation>Ausdrücke des Ergebnisses</translation>
    </message>
    <message>
        <source>The scores of models and detectors are shown here. Open a benchmark and start, or open results of gbs evaluate.</source>
        <translation>Hier stehen die Ergebnisse von Modellen und Detektoren. Öffnen Sie einen Benchmark und starten Sie, oder öffnen Sie Ergebnisse von gbs evaluate.</translation>
    </message>
    <message>
        <source>Open a Benchmark…</source>
        <translation>Benchmark öffnen…</translation>
    </message>
    <message>
        <source>Remove from &amp;List</source>
        <translation>Aus der &amp;Liste nehmen</translation>
    </message>
</context>
<context>
    <name>gbs::app::BoxesController</name>
    <message>
        <source>Open &amp;Ground Truth…</source>
        <translation>&amp;Referenz (Ground Truth) öffnen…</translation>
    </message>
    <message>
        <source>Close Ground &amp;Truth</source>
        <translation>Referenz (Ground &amp;Truth) schließen</translation>
    </message>
    <message>
        <source>Open &amp;Detector Boxes…</source>
        <translation>&amp;Detektorboxen öffnen…</translation>
    </message>
    <message>
        <source>The boxes of a detector: JSONL or COCO JSON</source>
        <translation>Boxen, die ein Detektor gefunden hat: JSONL oder COCO-JSON</translation>
    </message>
    <message>
        <source>Close Detector &amp;Boxes</source>
        <translation>Detektorboxen &amp;schließen</translation>
    </message>
    <message>
        <source>Add the Phrases of the &amp;Ground Truth</source>
        <translation>Ausdrücke der Referenz (&amp;Ground Truth) hinzufügen</translation>
    </message>
    <message>
        <source>Add all phrases of the ground truth for this photo</source>
        <translation>Alle Ausdrücke, die die Referenz (Ground Truth) zu diesem Foto enthält</translation>
    </message>
    <message>
        <source>Open ground truth</source>
        <translation>Referenz (Ground Truth) öffnen</translation>
    </message>
    <message>
        <source>Phrases and boxes (%1);;All files (*)</source>
        <translation>Ausdrücke und Boxen (%1);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Open detector boxes (COCO results together with their instances file)</source>
        <translation>Detektorboxen öffnen (COCO-Ergebnisse zusammen mit ihrer Instances-Datei)</translation>
    </message>
    <message>
        <source>Boxes (%1);;All files (*)</source>
        <translation>Boxen (%1);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>A table of phrases and boxes (TSV), or a file in a folder of annotations of another tool</source>
        <translation>Eine Tabelle von Ausdrücken und Boxen (TSV) oder eine Datei in einem Ordner mit Annotationen eines anderen Programms</translation>
    </message>
    <message>
        <source>Open &amp;Annotations of a Detector…</source>
        <translation>Annotationen eines Dete&amp;ktors öffnen…</translation>
    </message>
    <message>
        <source>A folder of annotations of labelme, YOLO, Pascal VOC and others, as boxes of a detector</source>
        <translation>Ein Ordner mit Annotationen von labelme, YOLO, Pascal VOC und anderen, als Boxen eines Detektors</translation>
    </message>
    <message>
        <source>Open a folder of annotations as boxes of a detector</source>
        <translation>Einen Ordner mit Annotationen als Detektorboxen öffnen</translation>
    </message>
    <message>
        <source>Folder of Annotations</source>
        <translation>Ordner mit Annotationen</translation>
    </message>
    <message>
        <source>%1 has annotations of %2.</source>
        <translation>%1 enthält Annotationen von %2.</translation>
    </message>
    <message>
        <source>What do you want to open?</source>
        <translation>Was möchten Sie öffnen?</translation>
    </message>
    <message>
        <source>&amp;Photos (%1)</source>
        <translation>&amp;Fotos (%1)</translation>
    </message>
    <message>
        <source>&amp;Ground Truth</source>
        <translation>&amp;Referenz (Ground Truth)</translation>
    </message>
    <message>
        <source>&amp;Detector Boxes</source>
        <translation>&amp;Detektorboxen</translation>
    </message>
</context>
<context>
    <name>gbs::app::CanvasController</name>
    <message>
        <source>&amp;Show the Maps</source>
        <translation>Karten a&amp;nzeigen</translation>
    </message>
    <message>
        <source>Show or hide the maps on the photo</source>
        <translation>Blendet die Karten über dem Foto ein oder aus</translation>
    </message>
    <message>
        <source>&amp;Zoom In</source>
        <translation>Ve&amp;rgrößern</translation>
    </message>
    <message>
        <source>Zoom &amp;Out</source>
        <translation>Ver&amp;kleinern</translation>
    </message>
    <message>
        <source>&amp;Fit to Window</source>
        <translation>An Fenster an&amp;passen</translation>
    </message>
    <message>
        <source>&amp;Actual Size</source>
        <translation>&amp;Originalgröße</translation>
    </message>
    <message>
        <source>100 %: one photo pixel on one screen pixel</source>
        <translation>100&#xa0;%: ein Fotopixel auf einem Bildschirmpixel</translation>
    </message>
    <message>
        <source>Screen pixels per photo pixel, in percent</source>
        <translation>Bildschirmpixel je Fotopixel, in Prozent</translation>
    </message>
    <message>
        <source>x %1  y %2</source>
        <translation>x %1  y %2</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Ebenen</translation>
    </message>
    <message>
        <source>S&amp;wipe between A and B</source>
        <translation>&amp;Wischen zwischen A und B</translation>
    </message>
    <message>
        <source>A and B in one tile with a divider to drag</source>
        <translation>A und B in einer Kachel, getrennt durch einen ziehbaren Teiler</translation>
    </message>
    <message>
        <source>&amp;Keep Zoom between Photos</source>
        <translation>&amp;Zoom zwischen Fotos beibehalten</translation>
    </message>
    <message>
        <source>If off, photos of a different size are fitted to the window</source>
        <translation>Aus: Ein Foto anderer Größe wird an das Fenster angepasst</translation>
    </message>
    <message>
        <source>Open a file of detector boxes (File menu) or run a detector (Model menu) to see its boxes here.</source>
        <translation>Um Detektorboxen hier zu sehen, bitte eine Datei mit Boxen öffnen (Menü „Datei“) oder einen Detektor ausführen (Menü „Modell“).</translation>
    </message>
    <message>
        <source>no model yet</source>
        <translation>noch kein Modell</translation>
    </message>
    <message>
        <source>nothing to compare with yet</source>
        <translation>noch nichts zum Vergleichen</translation>
    </message>
    <message>
        <source>Stop Compa&amp;ring</source>
        <translation>Nicht mehr &amp;vergleichen</translation>
    </message>
    <message>
        <source>Add another phrase to compare with, or choose a model to compare with in the Model menu.</source>
        <translation>Einen weiteren Ausdruck zum Vergleichen hinzufügen oder im Menü „Modell“ ein Modell zum Vergleichen wählen.</translation>
    </message>
    <message>
        <source>A&amp;uto</source>
        <translation>A&amp;uto</translation>
    </message>
    <message>
        <source>The colors span the values of each map</source>
        <translation>Die Farben umfassen die Werte jeder Karte</translation>
    </message>
    <message>
        <source>Sa&amp;me Scale</source>
        <translation>Glei&amp;che Skala</translation>
    </message>
    <message>
        <source>The colors span the values of all maps shown, the same for each</source>
        <translation>Die Farben umfassen die Werte aller gezeigten Karten, gleich für jede</translation>
    </message>
    <message>
        <source>0–1</source>
        <translation>0–1</translation>
    </message>
    <message>
        <source>The colors span 0 to 1 in every photo</source>
        <translation>Die Farben umfassen 0 bis 1 auf jedem Foto</translation>
    </message>
    <message>
        <source>There is no C yet: choose a second model in the Model menu.</source>
        <translation>Es gibt noch kein C: bitte im Menü „Modell“ ein zweites Modell wählen.</translation>
    </message>
    <message>
        <source>There is no C yet: run a detector or another method (Model menu), or open a file of detector boxes (File menu).</source>
        <translation>Es gibt noch kein C: bitte einen Detektor oder ein anderes Verfahren ausführen (Menü „Modell“) oder eine Datei mit Detektorboxen öffnen (Menü „Datei“).</translation>
    </message>
</context>
<context>
    <name>gbs::app::PhraseBrowser</name>
    <message>
        <source>Pre&amp;vious</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Nächster</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <source>Misses</source>
        <translation>Fehlschläge</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Verloren</translation>
    </message>
    <message>
        <source>Won</source>
        <translation>Gewonnen</translation>
    </message>
    <message>
        <source>Phrases to list. Lost and won are the phrases where the selected result differs from the other checked result.</source>
        <translation>Aufzulistende Ausdrücke. Verloren und gewonnen sind die Ausdrücke, bei denen sich das gewählte Ergebnis vom anderen angehakten unterscheidet.</translation>
    </message>
    <message>
        <source>Map to show hits and misses for</source>
        <translation>Karte, deren Treffer und Fehlschläge gezeigt werden</translation>
    </message>
    <message>
        <source>Kind of phrases to list</source>
        <translation>Art der aufgelisteten Ausdrücke</translation>
    </message>
    <message>
        <source>Phrases of the result</source>
        <translation>Ausdrücke des Ergebnisses</translation>
    </message>
    <message numerus="yes">
        <source>%n phrase(s)</source>
        <translation>
            <numerusform>%n Ausdruck</numerusform>
            <numerusform>%n Ausdrücke</numerusform>
        </translation>
    </message>
    <message>
        <source>The phrases of a result are listed here. Click on one of its bars or scores.</source>
        <translation>Hier stehen die Ausdrücke eines Ergebnisses. Klicken Sie auf einen seiner Balken oder Werte.</translation>
    </message>
</context>
<context>
    <name>gbs::app::SpeakerWindow</name>
    <message>
        <source>Speaker Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>The photo alone</source>
        <translation>Nur das Foto</translation>
    </message>
    <message>
        <source>No note</source>
        <translation>Keine Notiz</translation>
    </message>
    <message>
        <source>This is the last one.</source>
        <translation>Dies ist die letzte.</translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation>Weiter: %1</translation>
    </message>
    <message>
        <source>Next photo: %1</source>
        <translation>Nächstes Foto: %1</translation>
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
        <translation>Nur die Karte des Decoders</translation>
    </message>
    <message>
        <source>Only the map of image and text features</source>
        <translation>Nur die Karte der Bild- und Textmerkmale</translation>
    </message>
    <message>
        <source>Only the geometric mean of both maps</source>
        <translation>Nur das geometrische Mittel beider Karten</translation>
    </message>
    <message>
        <source>All visible layers on top of each other</source>
        <translation>Alle sichtbaren Ebenen übereinander</translation>
    </message>
    <message>
        <source>Two phrases or two models side by side</source>
        <translation>Zwei Ausdrücke oder zwei Modelle nebeneinander</translation>
    </message>
    <message>
        <source>&amp;Phrases as Colors</source>
        <translation>Ausdrücke als &amp;Farben</translation>
    </message>
    <message>
        <source>Each pixel in the color of the phrase with the highest value</source>
        <translation>Jede Stelle in der Farbe des Ausdrucks, der dort den höchsten Wert hat</translation>
    </message>
    <message>
        <source>&amp;Three Maps</source>
        <translation>&amp;Drei Karten</translation>
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
        <translation>&amp;Mittel</translation>
    </message>
    <message>
        <source>All &amp;Layers</source>
        <translation>&amp;Alle Ebenen</translation>
    </message>
    <message>
        <source>A and &amp;B</source>
        <translation>A und &amp;B</translation>
    </message>
    <message>
        <source>&amp;Detector</source>
        <translation>D&amp;etektor</translation>
    </message>
    <message>
        <source>The mean map, a detector&apos;s boxes, and both combined</source>
        <translation>Die Mittelwertkarte, die Boxen eines Detektors und beides kombiniert</translation>
    </message>
    <message>
        <source>&amp;Separated Photo</source>
        <translation>&amp;Getrenntes Foto</translation>
    </message>
    <message>
        <source>The photo split into the part that the phrase means and the rest: H · I and (1 − H) · I</source>
        <translation>Das Foto, zerlegt in den Teil, den der Ausdruck meint, und den Rest: H · I und (1 − H) · I</translation>
    </message>
    <message>
        <source>A, B and &amp;C</source>
        <translation>A, B und &amp;C</translation>
    </message>
    <message>
        <source>Two models and a detector or another method side by side</source>
        <translation>Zwei Modelle und ein Detektor oder ein anderes Verfahren nebeneinander</translation>
    </message>
</context>
<context>
    <name>gbs::widgets::ColorBar</name>
    <message>
        <source>Colors of the values. The triangles mark the lowest and highest values of this map.</source>
        <translation>Farben der Werte. Die Dreiecke zeigen den niedrigsten und den höchsten Wert dieser Karte.</translation>
    </message>
    <message>
        <source>Color bar %1</source>
        <translation>Farbbalken %1</translation>
    </message>
    <message>
        <source>%1
Now: %2</source>
        <translation>%1
Jetzt: %2</translation>
    </message>
</context>
<context>
    <name>gbs::widgets::CurvePlot</name>
    <message>
        <source>Step %1</source>
        <translation>Schritt %1</translation>
    </message>
    <message>
        <source>%1 samples</source>
        <translation>%1 Beispiele</translation>
    </message>
    <message>
        <source>%1 (smoothed %2)</source>
        <translation>%1 (geglättet %2)</translation>
    </message>
    <message>
        <source>%1: %2 = %3</source>
        <translation>%1: %2 = %3</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Samples (image-text pairs)</source>
        <translation>Beispiele (Paare aus Foto und Text)</translation>
    </message>
    <message>
        <source>Seconds, estimated from the rate</source>
        <translation>Sekunden, aus der Rate geschätzt</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <source>Time, estimated from the rate</source>
        <translation>Zeit, aus der Rate geschätzt</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Drag to pan. Click, then turn the wheel to zoom x, or y with Shift. Double-click to show all.
Left and Right step through the values, + and − zoom, Home shows all, Enter enlarges.</source>
        <translation>Ziehen verschiebt. Nach einem Klick zoomt das Mausrad x, mit der Umschalttaste y. Ein Doppelklick zeigt alles.
Links und Rechts gehen durch die Werte, + und − zoomen, Pos1 zeigt alles, die Eingabetaste vergrößert.</translation>
    </message>
    <message>
        <source>Show all plots again (Enter)</source>
        <translation>Wieder alle Diagramme zeigen (Eingabetaste)</translation>
    </message>
    <message>
        <source>Show this plot alone (Enter)</source>
        <translation>Nur dieses Diagramm zeigen (Eingabetaste)</translation>
    </message>
</context>
<context>
    <name>gbs::app::CurvesTab</name>
    <message>
        <source>Cannot write %1: %2. Choose another location or free some space.</source>
        <translation>%1 kann nicht geschrieben werden: %2. Bitte einen anderen Ort wählen oder Speicherplatz freigeben.</translation>
    </message>
    <message>
        <source>Not enough memory for the image.</source>
        <translation>Nicht genügend Arbeitsspeicher für das Bild.</translation>
    </message>
    <message>
        <source>No curves to export.</source>
        <translation>Keine Kurven zum Exportieren.</translation>
    </message>
    <message>
        <source>Losses</source>
        <translation>Verluste</translation>
    </message>
    <message>
        <source>total</source>
        <translation>gesamt</translation>
    </message>
    <message>
        <source>Pointing accuracy in %</source>
        <translation>Zeigegenauigkeit in %</translation>
    </message>
    <message>
        <source>mean map</source>
        <translation>Mittelwertkarte</translation>
    </message>
    <message>
        <source>Center baseline</source>
        <translation>Vergleichswert Bildmitte</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>Gradient norm</source>
        <translation>Gradientennorm</translation>
    </message>
    <message>
        <source>norm</source>
        <translation>Norm</translation>
    </message>
    <message>
        <source>Images per second</source>
        <translation>Bilder pro Sekunde</translation>
    </message>
    <message>
        <source>images per second</source>
        <translation>Bilder pro Sekunde</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a number, and the run that it is of</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Log &amp;x</source>
        <translation>Log &amp;x</translation>
    </message>
    <message>
        <source>Log &amp;y</source>
        <translation>Log &amp;y</translation>
    </message>
    <message>
        <source>Choose a run to see its curves.</source>
        <translation>Einen Lauf wählen, um seine Kurven zu sehen.</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Unit of the horizontal axis: optimizer steps, pairs of photo and text, or time since the first logged step</source>
        <translation>Einheit der waagerechten Achse: Optimierungsschritte, Paare aus Foto und Text oder die Zeit seit dem ersten protokollierten Schritt</translation>
    </message>
    <message>
        <source>Horizontal axis</source>
        <translation>Waagerechte Achse</translation>
    </message>
    <message>
        <source>Weight of past values in the exponential moving average, 0 to 0.99. The raw curve stays visible.</source>
        <translation>Gewicht vergangener Werte im exponentiell gleitenden Mittel, 0 bis 0,99. Die rohe Kurve bleibt sichtbar.</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>Glättung</translation>
    </message>
    <message>
        <source>Logarithmic horizontal axis</source>
        <translation>Logarithmische waagerechte Achse</translation>
    </message>
    <message>
        <source>Logarithmic vertical axes; zero and negative values are not drawn</source>
        <translation>Logarithmische senkrechte Achsen; Werte von 0 und darunter werden nicht gezeichnet</translation>
    </message>
    <message>
        <source>Expor&amp;t</source>
        <translation>Ex&amp;portieren</translation>
    </message>
    <message>
        <source>Exports the curves to a file</source>
        <translation>Schreibt die Kurven in eine Datei</translation>
    </message>
    <message>
        <source>Values as CSV…</source>
        <translation>Werte als CSV…</translation>
    </message>
    <message>
        <source>Image as PNG…</source>
        <translation>Bild als PNG…</translation>
    </message>
    <message>
        <source>Vectors as PDF…</source>
        <translation>Vektoren als PDF…</translation>
    </message>
    <message>
        <source>Show &amp;All</source>
        <translation>Alles &amp;zeigen</translation>
    </message>
    <message>
        <source>Shows the complete curves</source>
        <translation>Zeigt die vollständigen Kurven</translation>
    </message>
    <message>
        <source>&amp;Over</source>
        <translation>Übe&amp;r</translation>
    </message>
    <message>
        <source>&amp;Smoothing</source>
        <translation>G&amp;lättung</translation>
    </message>
    <message>
        <source>Export Curves</source>
        <translation>Kurven exportieren</translation>
    </message>
    <message numerus="yes">
        <source>At most %n run(s) can be compared with this run.</source>
        <translation>
            <numerusform>Höchstens %n Lauf kann mit diesem verglichen werden.</numerusform>
            <numerusform>Höchstens %n Läufe können mit diesem verglichen werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>This run has logged nothing yet.</source>
        <translation>Dieser Lauf hat noch nichts protokolliert.</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) of the metrics could not be read.</source>
        <translation>
            <numerusform>%n Zeile der Metriken konnte nicht gelesen werden.</numerusform>
            <numerusform>%n Zeilen der Metriken konnten nicht gelesen werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Curves exported to %1.</source>
        <translation>Kurven nach %1 exportiert.</translation>
    </message>
    <message>
        <source>L_sep / (2 Var α); 1 means nothing is learned</source>
        <translation>L_sep / (2 Var α); bei 1 ist nichts gelernt</translation>
    </message>
    <message>
        <source>L_sep / (2 Var α)</source>
        <translation>L_sep / (2 Var α)</translation>
    </message>
    <message>
        <source>Different options</source>
        <translation>Verschiedene Optionen</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Vergleichen mit</translation>
    </message>
    <message>
        <source>The options are the same</source>
        <translation>Die Optionen sind gleich</translation>
    </message>
</context>
<context>
    <name>gbs::app::DetectorSource</name>
    <message>
        <source>map for “%1”</source>
        <translation>Karte für „%1“</translation>
    </message>
    <message>
        <source>boxes for “%1”</source>
        <translation>Boxen für „%1“</translation>
    </message>
    <message>
        <source>boxes of the class “%1”</source>
        <translation>Boxen der Klasse „%1“</translation>
    </message>
    <message>
        <source>no box for “%1”</source>
        <translation>keine Box für „%1“</translation>
    </message>
    <message>
        <source>%1: %2 boxes in %3 images</source>
        <translation>%1: %2 Boxen in %3 Bildern</translation>
    </message>
    <message>
        <source>%1; skipped: %2</source>
        <translation>%1; übersprungen: %2</translation>
    </message>
    <message>
        <source>starting…</source>
        <translation>startet…</translation>
    </message>
    <message>
        <source>not running; Model &gt; Detector &gt; Run starts it</source>
        <translation>gestoppt; Modell &gt; Detektor &gt; Ausführen startet ihn</translation>
    </message>
    <message>
        <source>not running; %1</source>
        <translation>gestoppt; %1</translation>
    </message>
    <message>
        <source>waiting for its answer…</source>
        <translation>wartet auf Antwort…</translation>
    </message>
</context>
<context>
    <name>gbs::app::Explorer</name>
    <message>
        <source>Waiting for the detector…</source>
        <translation>Warten auf den Detektor…</translation>
    </message>
    <message>
        <source>Cannot load the model. %1</source>
        <translation>Das Modell konnte nicht geladen werden. %1</translation>
    </message>
    <message>
        <source>Type a phrase first, such as “a dog” or “the sky”.</source>
        <translation>Bitte zuerst eingeben, was gesucht wird, etwa „a dog“ oder „the sky“.</translation>
    </message>
    <message>
        <source>Open a photo to see where “%1” is.</source>
        <translation>Ein Foto öffnen, um zu sehen, wo „%1“ liegt.</translation>
    </message>
    <message>
        <source>%1 ms per phrase</source>
        <translation>%1 ms je Ausdruck</translation>
    </message>
    <message>
        <source>photo %1 ms, %2</source>
        <translation>Foto %1 ms, %2</translation>
    </message>
    <message>
        <source>“%1”: %2</source>
        <translation>„%1“: %2</translation>
    </message>
    <message>
        <source>Loading the model…</source>
        <translation>Modell wird geladen…</translation>
    </message>
    <message>
        <source>Grounding…</source>
        <translation>Verortung läuft…</translation>
    </message>
    <message>
        <source>Cannot load the model to compare with. %1</source>
        <translation>Das Vergleichsmodell konnte nicht geladen werden. %1</translation>
    </message>
    <message>
        <source>Add “%1”</source>
        <translation>„%1“ hinzufügen</translation>
    </message>
    <message numerus="yes">
        <source>Add %n phrase(s)</source>
        <translation>
            <numerusform>%n Ausdruck hinzufügen</numerusform>
            <numerusform>%n Ausdrücke hinzufügen</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove “%1”</source>
        <translation>„%1“ entfernen</translation>
    </message>
    <message>
        <source>Remove all phrases</source>
        <translation>Alle Ausdrücke entfernen</translation>
    </message>
    <message>
        <source>A phrase must not be empty. “%1” is kept.</source>
        <translation>Ein Ausdruck darf nicht leer sein: „%1“ bleibt erhalten.</translation>
    </message>
    <message>
        <source>“%1” is already in the list.</source>
        <translation>„%1“ ist bereits in der Liste.</translation>
    </message>
    <message>
        <source>Rename “%1”</source>
        <translation>„%1“ umbenennen</translation>
    </message>
    <message>
        <source>Move “%1”</source>
        <translation>„%1“ verschieben</translation>
    </message>
    <message>
        <source>Hide “%1”</source>
        <translation>„%1“ ausblenden</translation>
    </message>
    <message>
        <source>Show “%1”</source>
        <translation>„%1“ einblenden</translation>
    </message>
    <message>
        <source>Color of “%1”</source>
        <translation>Farbe von „%1“</translation>
    </message>
    <message>
        <source>Reading boxes…</source>
        <translation>Boxen werden gelesen…</translation>
    </message>
    <message>
        <source>Sort the phrases by strength</source>
        <translation>Ausdrücke nach Stärke sortieren</translation>
    </message>
    <message>
        <source>Keep “%1” to this photo</source>
        <translation>„%1“ nur für dieses Foto</translation>
    </message>
    <message>
        <source>Show “%1” in all photos</source>
        <translation>„%1“ in allen Fotos zeigen</translation>
    </message>
    <message>
        <source>Open the photos of these reviews first, then the reviews again.</source>
        <translation>Bitte zuerst die Fotos dieser Beurteilungen öffnen, dann die Beurteilungen noch einmal.</translation>
    </message>
</context>
<context>
    <name>gbs::app::ExportController</name>
    <message>
        <source>Exports</source>
        <translation>Exporte</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Export</translation>
    </message>
    <message>
        <source>&amp;Figure…</source>
        <translation>&amp;Abbildung…</translation>
    </message>
    <message>
        <source>Export the current view as PNG, SVG or PDF</source>
        <translation>Schreibt, was zu sehen ist, in eine PNG-, SVG- oder PDF-Datei</translation>
    </message>
    <message>
        <source>&amp;Copy Figure</source>
        <translation>Abbildung k&amp;opieren</translation>
    </message>
    <message>
        <source>Copy the current view with the settings of the last export</source>
        <translation>Kopiert, was zu sehen ist, mit den Einstellungen des letzten Exports</translation>
    </message>
    <message>
        <source>&amp;Heatmaps…</source>
        <translation>&amp;Karten…</translation>
    </message>
    <message>
        <source>Export the maps of a photo or a folder as 16-bit PNG and .npy</source>
        <translation>Schreibt die Karten eines Fotos oder eines ganzen Ordners als 16-Bit-PNG und .npy</translation>
    </message>
    <message>
        <source>&amp;Report…</source>
        <translation>&amp;Bericht…</translation>
    </message>
    <message>
        <source>Export an HTML file with photos, phrases and their maps</source>
        <translation>Schreibt eine HTML-Datei mit Fotos, Ausdrücken und ihren Karten</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Exports are running</source>
        <translation>Exporte laufen noch</translation>
    </message>
    <message numerus="yes">
        <source>%n export(s) are not finished. Cancel them and close? Files already written are complete.</source>
        <translation>
            <numerusform>%n Export ist noch nicht beendet. Abbrechen und schließen? Bereits geschriebene Dateien bleiben vollständig.</numerusform>
            <numerusform>%n Exporte sind noch nicht beendet. Abbrechen und schließen? Bereits geschriebene Dateien bleiben vollständig.</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel Exports and &amp;Close</source>
        <translation>Exporte abbrechen und &amp;schließen</translation>
    </message>
    <message>
        <source>&amp;Keep Exporting</source>
        <translation>&amp;Weiter exportieren</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>model %1</source>
        <translation>Modell %1</translation>
    </message>
    <message>
        <source>Export Figure</source>
        <translation>Abbildung exportieren</translation>
    </message>
    <message>
        <source>Figures (%1)</source>
        <translation>Abbildungen (%1)</translation>
    </message>
    <message>
        <source>Figure %1</source>
        <translation>Abbildung %1</translation>
    </message>
    <message>
        <source>Figure written to %1.</source>
        <translation>Abbildung nach %1 geschrieben.</translation>
    </message>
    <message>
        <source>Copy of the figure</source>
        <translation>Kopie der Abbildung</translation>
    </message>
    <message>
        <source>The figure has been copied to the clipboard.</source>
        <translation>Die Abbildung ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>The current photo</source>
        <translation>Das angezeigte Foto</translation>
    </message>
    <message>
        <source>Photos in the list</source>
        <translation>Fotos in der Liste</translation>
    </message>
    <message>
        <source>All photos</source>
        <translation>Alle Fotos</translation>
    </message>
    <message>
        <source>Heatmaps of %1</source>
        <translation>Karten von %1</translation>
    </message>
    <message>
        <source>No model is loaded.</source>
        <translation>Es ist kein Modell geladen.</translation>
    </message>
    <message numerus="yes">
        <source>Heatmaps of %n photo(s)</source>
        <translation>
            <numerusform>Karten von %n Foto</numerusform>
            <numerusform>Karten von %n Fotos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Report of %n photo(s)</source>
        <translation>
            <numerusform>Bericht zu %n Foto</numerusform>
            <numerusform>Bericht zu %n Fotos</numerusform>
        </translation>
    </message>
    <message>
        <source>Progress of exports and reports</source>
        <translation>Fortschritt von Exporten und Berichten</translation>
    </message>
    <message>
        <source>&amp;Show Exports</source>
        <translation>Exporte &amp;zeigen</translation>
    </message>
</context>
<context>
    <name>gbs::app::ExportDialog</name>
    <message>
        <source>Export Figure</source>
        <translation>Abbildung exportieren</translation>
    </message>
    <message>
        <source>PNG (raster)</source>
        <translation>PNG (Raster)</translation>
    </message>
    <message>
        <source>SVG (text and lines as vectors)</source>
        <translation>SVG (Text und Linien als Vektoren)</translation>
    </message>
    <message>
        <source>PDF (text and lines as vectors)</source>
        <translation>PDF (Text und Linien als Vektoren)</translation>
    </message>
    <message>
        <source>File format</source>
        <translation>Dateiformat</translation>
    </message>
    <message>
        <source>&amp;Titles</source>
        <translation>&amp;Titel</translation>
    </message>
    <message>
        <source>Name and peak above each map</source>
        <translation>Name und Maximum über jeder Karte</translation>
    </message>
    <message>
        <source>&amp;Color bars</source>
        <translation>&amp;Farbbalken</translation>
    </message>
    <message>
        <source>Color scale below each map</source>
        <translation>Farbskala unter jeder Karte</translation>
    </message>
    <message>
        <source>C&amp;aption</source>
        <translation>&amp;Bildunterschrift</translation>
    </message>
    <message>
        <source>Phrase, model and photo below the figure</source>
        <translation>Ausdruck, Modell und Foto unter der Abbildung</translation>
    </message>
    <message>
        <source>&amp;Legend</source>
        <translation>&amp;Legende</translation>
    </message>
    <message>
        <source>Phrases and their colors below the figure</source>
        <translation>Ausdrücke und ihre Farben unter der Abbildung</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Scale of the photos, in percent of their resolution</source>
        <translation>Maßstab der Fotos in Prozent ihrer Auflösung</translation>
    </message>
    <message>
        <source>Size of the figure</source>
        <translation>Größe der Abbildung</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>F&amp;ormat</translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation>&amp;Größe</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren…</translation>
    </message>
    <message>
        <source>%1 × %2 pixels</source>
        <translation>%1 × %2 Pixel</translation>
    </message>
</context>
<context>
    <name>gbs::app::TaskQueue</name>
    <message>
        <source>Not enough memory.</source>
        <translation>Nicht genügend Arbeitsspeicher.</translation>
    </message>
    <message>
        <source>unknown error</source>
        <translation>unbekannter Fehler</translation>
    </message>
</context>
<context>
    <name>gbs::app::FilmTab</name>
    <message>
        <source>&amp;Draw</source>
        <translation>&amp;Zeichnen</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>Abbre&amp;chen</translation>
    </message>
    <message>
        <source>Map of the phrase for each checkpoint</source>
        <translation>Karte des Ausdrucks je Checkpoint</translation>
    </message>
    <message>
        <source>This run has no checkpoint yet.</source>
        <translation>Dieser Lauf hat noch keinen Checkpoint.</translation>
    </message>
    <message>
        <source>A phrase</source>
        <translation>Ein Ausdruck</translation>
    </message>
    <message>
        <source>Phrase to ground in the current photo with each checkpoint</source>
        <translation>Ausdruck, den jeder Checkpoint im aktuellen Foto verorten soll</translation>
    </message>
    <message>
        <source>Phrase</source>
        <translation>Ausdruck</translation>
    </message>
    <message>
        <source>Mean map</source>
        <translation>Mittelwertkarte</translation>
    </message>
    <message>
        <source>Map to show</source>
        <translation>Anzuzeigende Karte</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Loads the checkpoints one by one; each takes a few seconds</source>
        <translation>Lädt einen Checkpoint nach dem anderen; jeder dauert einige Sekunden</translation>
    </message>
    <message>
        <source>Stops after the current checkpoint</source>
        <translation>Stoppt nach dem aktuellen Checkpoint</translation>
    </message>
    <message>
        <source>Canceled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>Choose a run to see how its checkpoints ground a phrase.</source>
        <translation>Einen Lauf wählen, um zu sehen, wie seine Checkpoints einen Ausdruck verorten.</translation>
    </message>
    <message>
        <source>Open a photo first.</source>
        <translation>Bitte zuerst ein Foto öffnen.</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen…</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n checkpoint(s)</source>
        <translation>
            <numerusform>%1 von %n Checkpoint</numerusform>
            <numerusform>%1 von %n Checkpoints</numerusform>
        </translation>
    </message>
    <message>
        <source>Press Draw to ground the phrase in %1 with each checkpoint of the run.</source>
        <translation>Auf „Zeichnen“ klicken, um den Ausdruck in %1 mit jedem Checkpoint des Laufs zu verorten.</translation>
    </message>
    <message>
        <source>Step %1 (best)</source>
        <translation>Schritt %1 (bester)</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>Schritt %1</translation>
    </message>
    <message>
        <source>peak %1</source>
        <translation>Maximum %1</translation>
    </message>
</context>
<context>
    <name>gbs::app::FolderScanner</name>
    <message>
        <source>%1 and its subfolders contain no images</source>
        <translation>%1: Weder hier noch darunter gibt es Bilder</translation>
    </message>
    <message>
        <source>%1 contains no images. Turn on “Include Subfolders” to search below it.</source>
        <translation>%1: Hier gibt es keine Bilder. „Unterordner einbeziehen“ sucht auch darunter.</translation>
    </message>
</context>
<context>
    <name>gbs::app::GroundTruth</name>
    <message numerus="yes">
        <source>Ground truth: %n phrase(s) of %1 photos.</source>
        <translation>
            <numerusform>Referenz (Ground Truth): %n Ausdruck zu %1 Fotos.</numerusform>
            <numerusform>Referenz (Ground Truth): %n Ausdrücke zu %1 Fotos.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 Skipped rows: %2.</source>
        <translation>%1 Übersprungene Zeilen: %2.</translation>
    </message>
</context>
<context>
    <name>gbs::app::GroundingWorker</name>
    <message>
        <source>Loading the model…</source>
        <translation>Modell wird geladen…</translation>
    </message>
    <message>
        <source>Warming up on %1…</source>
        <translation>Aufwärmen auf %1…</translation>
    </message>
    <message>
        <source>No model is loaded.</source>
        <translation>Es ist kein Modell geladen.</translation>
    </message>
    <message>
        <source>Encoding %1…</source>
        <translation>%1 wird kodiert…</translation>
    </message>
    <message>
        <source>Grounding “%1”…</source>
        <translation>„%1“ wird verortet…</translation>
    </message>
    <message numerus="yes">
        <source>Grounding %n phrase(s)…</source>
        <translation>
            <numerusform>%n Ausdruck wird verortet…</numerusform>
            <numerusform>%n Ausdrücke werden verortet…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gbs::widgets::HeatmapCanvas</name>
    <message>
        <source>No photo open</source>
        <translation>Kein Foto geöffnet</translation>
    </message>
    <message>
        <source>Drop a photo or folder here, or open one from the toolbar.
Then type what to look for and press Enter.</source>
        <translation>Ein Foto oder einen Ordner hier ablegen oder über die Werkzeugleiste öffnen.
Dann eingeben, was gesucht wird, und die Eingabetaste drücken.</translation>
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
        <translation>Maximum %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>The highest value and its pixel (x, y) in the photo</source>
        <translation>Der höchste Wert und sein Pixel (x, y) im Foto</translation>
    </message>
    <message>
        <source>Heatmap %1, %2</source>
        <translation>Karte %1, %2</translation>
    </message>
    <message>
        <source>peak %1 at %2, %3</source>
        <translation>Maximum %1 bei %2, %3</translation>
    </message>
    <message>
        <source>%1 | %2</source>
        <translation>%1 | %2</translation>
    </message>
    <message>
        <source>Heatmap %1</source>
        <translation>Karte %1</translation>
    </message>
    <message>
        <source>Drag the divider, or move it with Shift and the arrow keys</source>
        <translation>Den Teiler ziehen oder mit der Umschalttaste und den Pfeiltasten verschieben</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
</context>
<context>
    <name>gbs::widgets::HeatmapView</name>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
</context>
<context>
    <name>gbs::widgets::HistogramPlot</name>
    <message>
        <source>Pixels in %</source>
        <translation>Pixel in %</translation>
    </message>
    <message>
        <source>Histogram of %1</source>
        <translation>Histogramm von %1</translation>
    </message>
</context>
<context>
    <name>gbs::widgets::ImageListModel</name>
    <message>
        <source>%1
This file could not be opened.</source>
        <translation>%1
Diese Datei konnte nicht geöffnet werden.</translation>
    </message>
    <message>
        <source>Judged: %1 correct, %2 incorrect, %3 unsure, %4 absent</source>
        <translation>Bewertet: %1 richtig, %2 falsch, %3 unsicher, %4 nicht im Bild</translation>
    </message>
</context>
<context>
    <name>gbs::widgets::ImageListPanel</name>
    <message>
        <source>Filter by name</source>
        <translation>Nach Name filtern</translation>
    </message>
    <message>
        <source>Filter images by name</source>
        <translation>Bilder nach Name filtern</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>%1 of %2 images</source>
        <translation>%1 von %2 Bildern</translation>
    </message>
    <message>
        <source>Show only photos with this text in their name</source>
        <translation>Zeigt nur Fotos mit diesem Text im Namen</translation>
    </message>
    <message>
        <source>All photos</source>
        <translation>Alle Fotos</translation>
    </message>
    <message>
        <source>Regardless of verdicts</source>
        <translation>Unabhängig von ihren Urteilen</translation>
    </message>
    <message>
        <source>Not judged</source>
        <translation>Nicht beurteilt</translation>
    </message>
    <message>
        <source>No phrase has been judged</source>
        <translation>Auf ihnen wurde kein Ausdruck beurteilt</translation>
    </message>
    <message>
        <source>Judged correct</source>
        <translation>Als richtig beurteilt</translation>
    </message>
    <message>
        <source>At least one phrase was judged correct</source>
        <translation>Mindestens ein Ausdruck wurde als richtig beurteilt</translation>
    </message>
    <message>
        <source>Judged incorrect</source>
        <translation>Als falsch beurteilt</translation>
    </message>
    <message>
        <source>At least one phrase was judged incorrect</source>
        <translation>Mindestens ein Ausdruck wurde als falsch beurteilt</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>Unsicher</translation>
    </message>
    <message>
        <source>At least one phrase was judged unsure</source>
        <translation>Mindestens ein Ausdruck wurde als unsicher beurteilt</translation>
    </message>
    <message>
        <source>Mixed verdicts</source>
        <translation>Gemischte Urteile</translation>
    </message>
    <message>
        <source>Phrases have different verdicts</source>
        <translation>Ausdrücke wurden unterschiedlich beurteilt</translation>
    </message>
    <message>
        <source>Filter images by verdict</source>
        <translation>Bilder nach Urteil filtern</translation>
    </message>
    <message>
        <source>Show only photos with this verdict</source>
        <translation>Zeigt nur Fotos, die so beurteilt wurden</translation>
    </message>
    <message numerus="yes">
        <source>%Ln image(s)</source>
        <translation>
            <numerusform>%Ln Bild</numerusform>
            <numerusform>%Ln Bilder</numerusform>
        </translation>
    </message>
    <message>
        <source>The open photos are listed here.</source>
        <translation>Hier stehen die geöffneten Fotos.</translation>
    </message>
    <message>
        <source>Open a Folder…</source>
        <translation>Ordner öffnen…</translation>
    </message>
    <message>
        <source>No photo name contains “%1”.</source>
        <translation>Kein Fotoname enthält „%1“.</translation>
    </message>
    <message>
        <source>Clear Filter</source>
        <translation>Filter löschen</translation>
    </message>
    <message>
        <source>No photo has this verdict.</source>
        <translation>Kein Foto hat dieses Urteil.</translation>
    </message>
    <message>
        <source>Partly judged</source>
        <translation>Teils bewertet</translation>
    </message>
    <message>
        <source>Fewer phrases have been judged than are in the list</source>
        <translation>Es sind weniger Ausdrücke bewertet, als in der Liste stehen</translation>
    </message>
    <message>
        <source>Absent</source>
        <translation>Nicht im Bild</translation>
    </message>
    <message>
        <source>At least one phrase was judged absent</source>
        <translation>Mindestens ein Ausdruck wurde als nicht im Bild bewertet</translation>
    </message>
    <message>
        <source>List all photos again</source>
        <translation>Wieder alle Fotos zeigen</translation>
    </message>
    <message>
        <source>Disagreement</source>
        <translation>Uneinigkeit</translation>
    </message>
    <message>
        <source>People's verdicts on a phrase differ</source>
        <translation>Die Urteile über einen Ausdruck gehen auseinander</translation>
    </message>
</context>
<context>
    <name>gbs::widgets::ImageTiles</name>
    <message>
        <source>Value %1</source>
        <translation>Wert %1</translation>
    </message>
</context>
<context>
    <name>gbs::app::ImagesController</name>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Open &amp;Photo…</source>
        <translation>&amp;Foto öffnen…</translation>
    </message>
    <message>
        <source>Open &amp;Folder…</source>
        <translation>&amp;Ordner öffnen…</translation>
    </message>
    <message>
        <source>Open &amp;Sample Photos</source>
        <translation>Beis&amp;pielfotos öffnen</translation>
    </message>
    <message>
        <source>&amp;Previous Photo</source>
        <translation>&amp;Vorheriges Foto</translation>
    </message>
    <message>
        <source>&amp;Next Photo</source>
        <translation>&amp;Nächstes Foto</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>%1 (%2 × %3) – GbS Explorer</source>
        <translation>%1 (%2 × %3) – GbS Explorer</translation>
    </message>
    <message>
        <source>Open photos</source>
        <translation>Fotos öffnen</translation>
    </message>
    <message>
        <source>Images (%1);;All files (*)</source>
        <translation>Bilder (%1);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Open a folder of photos</source>
        <translation>Einen Ordner mit Fotos öffnen</translation>
    </message>
    <message>
        <source>&amp;Include Subfolders</source>
        <translation>&amp;Unterordner einbeziehen</translation>
    </message>
    <message>
        <source>Also list the photos of all subfolders</source>
        <translation>Führt auch die Fotos aller Ordner darunter auf</translation>
    </message>
    <message>
        <source>&amp;Reload Folder</source>
        <translation>Ordner &amp;neu laden</translation>
    </message>
    <message>
        <source>Look for new, changed and deleted photos</source>
        <translation>Sucht im Geöffneten nach neuen, geänderten und gelöschten Fotos</translation>
    </message>
    <message>
        <source>&amp;Paste Photo</source>
        <translation>Foto &amp;einfügen</translation>
    </message>
    <message>
        <source>Open the image or the files in the clipboard</source>
        <translation>Öffnet das Bild oder die Dateien aus der Zwischenablage</translation>
    </message>
    <message>
        <source>&amp;Filter Photos</source>
        <translation>Fotos &amp;filtern</translation>
    </message>
    <message>
        <source>Type part of a name to list only matching photos</source>
        <translation>Einen Teil eines Namens eingeben, um nur diese Fotos zu sehen</translation>
    </message>
    <message>
        <source>&amp;First Photo</source>
        <translation>&amp;Erstes Foto</translation>
    </message>
    <message>
        <source>&amp;Last Photo</source>
        <translation>&amp;Letztes Foto</translation>
    </message>
</context>
<context>
    <name>gbs::widgets::JobList</name>
    <message>
        <source>The progress of exports and reports appears here.</source>
        <translation>Exporte und Berichte zeigen hier ihren Fortschritt.</translation>
    </message>
    <message>
        <source>Background jobs</source>
        <translation>Aufgaben im Hintergrund</translation>
    </message>
</context>
<context>
    <name>gbs::widgets::JobRow</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel this job; the files written so far stay complete</source>
        <translation>Beendet diese Aufgabe; was bisher geschrieben wurde, ist vollständig</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open the result</source>
        <translation>Öffnet, was geschrieben wurde</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove this job from the list</source>
        <translation>Entfernt diese Zeile aus der Liste</translation>
    </message>
    <message>
        <source>Progress in percent</source>
        <translation>Wie viel erledigt ist, in Prozent</translation>
    </message>
    <message>
        <source>Progress of %1</source>
        <translation>Fortschritt von %1</translation>
    </message>
    <message>
        <source>Cancel %1</source>
        <translation>%1 abbrechen</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>Dismiss %1</source>
        <translation>%1 aus der Liste entfernen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausieren</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Pause %1</source>
        <translation>%1 pausieren</translation>
    </message>
    <message>
        <source>Resume %1</source>
        <translation>%1 fortsetzen</translation>
    </message>
    <message>
        <source>Continue this job where it was</source>
        <translation>Setzt diesen Auftrag dort fort, wo er war</translation>
    </message>
    <message>
        <source>Let this job wait; what it has begun is finished first</source>
        <translation>Lässt diesen Auftrag warten; was er begonnen hat, wird noch fertig</translation>
    </message>
</context>
<context>
    <name>gbs::widgets::LayerPanel</name>
    <message>
        <source>Move this layer up (Alt+Up in the list)</source>
        <translation>Diese Ebene später zeichnen, über der nächsten (Alt+Aufwärts in der Liste)</translation>
    </message>
    <message>
        <source>Move this layer down (Alt+Down in the list)</source>
        <translation>Diese Ebene früher zeichnen, unter der nächsten (Alt+Abwärts in der Liste)</translation>
    </message>
    <message>
        <source>Lower color limit</source>
        <translation>Niedrigster Wert der Farben</translation>
    </message>
    <message>
        <source>Value at the low end of the color map, 0 to 1</source>
        <translation>Der Wert am unteren Ende der Farben, 0 bis 1</translation>
    </message>
    <message>
        <source>Upper color limit</source>
        <translation>Höchster Wert der Farben</translation>
    </message>
    <message>
        <source>Value at the high end of the color map, 0 to 1</source>
        <translation>Der Wert am oberen Ende der Farben, 0 bis 1</translation>
    </message>
    <message>
        <source>&amp;Apply to all maps</source>
        <translation>Auf al&amp;le Karten anwenden</translation>
    </message>
    <message>
        <source>Layers, topmost first</source>
        <translation>Ebenen, die oberste zuerst</translation>
    </message>
    <message>
        <source>Click an eye or press Space to show or hide a layer in this view. Drag a layer to change the order.</source>
        <translation>Ein Klick auf ein Auge oder die Leertaste blendet eine Ebene in dieser Ansicht ein oder aus. Durch Ziehen einer Ebene ändert sich die Reihenfolge.</translation>
    </message>
    <message>
        <source>Layer opacity in percent</source>
        <translation>Deckkraft der Ebene in Prozent</translation>
    </message>
    <message>
        <source>How much the layer hides what is below it, in percent</source>
        <translation>Wie stark die Ebene verdeckt, was unter ihr liegt, in Prozent</translation>
    </message>
    <message>
        <source>Threshold in hundredths</source>
        <translation>Schwelle in Hundertsteln</translation>
    </message>
    <message>
        <source>Values from 0 to 1</source>
        <translation>Werte von 0 bis 1</translation>
    </message>
    <message>
        <source>Color map</source>
        <translation>Farbskala</translation>
    </message>
    <message>
        <source>All color maps except turbo are perceptually uniform</source>
        <translation>Die ersten vier werden mit dem Wert gleichmäßig heller; turbo nicht</translation>
    </message>
    <message>
        <source>Fixed limits keep colors comparable between maps and photos</source>
        <translation>Mit festen Grenzen bleiben Farben zwischen Karten und Fotos vergleichbar</translation>
    </message>
    <message>
        <source>Outline a region</source>
        <translation>Einen Bereich umranden</translation>
    </message>
    <message>
        <source>Outline the region at or above this value</source>
        <translation>Umrandet, wo der Wert mindestens so hoch ist</translation>
    </message>
    <message>
        <source>Low values let the photo show through</source>
        <translation>Niedrige Werte lassen das Foto durchscheinen</translation>
    </message>
    <message>
        <source>Apply changes to all maps; each keeps its own visibility</source>
        <translation>Eine Änderung an einer Karte gilt für alle; jede behält ihr eigenes Auge</translation>
    </message>
    <message>
        <source>&amp;Opacity</source>
        <translation>Dec&amp;kkraft</translation>
    </message>
    <message>
        <source>&amp;Colors</source>
        <translation>Farb&amp;skala</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>From, &amp;to</source>
        <translation>&amp;Von, bis</translation>
    </message>
    <message>
        <source>Thre&amp;shold</source>
        <translation>Sch&amp;welle</translation>
    </message>
    <message>
        <source>Auto (each map)</source>
        <translation>Auto (jede Karte)</translation>
    </message>
    <message>
        <source>Auto (shared)</source>
        <translation>Auto (gemeinsam)</translation>
    </message>
    <message>
        <source>0 to 1</source>
        <translation>0 bis 1</translation>
    </message>
    <message>
        <source>Custom...</source>
        <translation>Eigene...</translation>
    </message>
    <message>
        <source>Color range</source>
        <translation>Farbbereich</translation>
    </message>
    <message>
        <source>Color &amp;range</source>
        <translation>Farb&amp;bereich</translation>
    </message>
    <message>
        <source>Transparent &amp;where low</source>
        <translation>Durchsichtig, &amp;wo niedrig</translation>
    </message>
    <message>
        <source>Gamma</source>
        <translation>Gamma</translation>
    </message>
    <message>
        <source>Below 1, low values are told apart better; above 1, high values</source>
        <translation>Unter 1 sind niedrige Werte besser zu unterscheiden, über 1 hohe</translation>
    </message>
    <message>
        <source>Blend mode</source>
        <translation>Mischmodus</translation>
    </message>
    <message>
        <source>How the colors meet the photo and the layers below. PDF and SVG always have Normal.</source>
        <translation>Wie sich die Farben mit dem Foto und den Ebenen darunter mischen. PDF und SVG haben immer Normal.</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Multiply</source>
        <translation>Multiplizieren</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>Negativ multiplizieren</translation>
    </message>
    <message>
        <source>Overlay</source>
        <translation>Überlagern</translation>
    </message>
    <message>
        <source>&amp;Gamma</source>
        <translation>&amp;Gamma</translation>
    </message>
    <message>
        <source>&amp;Blend</source>
        <translation>&amp;Mischen</translation>
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
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Detector</source>
        <translation>Detektor</translation>
    </message>
    <message>
        <source>Mean with detector</source>
        <translation>Mittel mit Detektor</translation>
    </message>
    <message>
        <source>Phrases as colors</source>
        <translation>Ausdrücke als Farben</translation>
    </message>
    <message>
        <source>Ground truth</source>
        <translation>Wahre Stellen</translation>
    </message>
    <message>
        <source>Peaks</source>
        <translation>Maxima</translation>
    </message>
    <message>
        <source>%1, visible</source>
        <translation>%1, sichtbar</translation>
    </message>
    <message>
        <source>%1, hidden</source>
        <translation>%1, ausgeblendet</translation>
    </message>
</context>
<context>
    <name>gbs::widgets::Legend</name>
    <message>
        <source>Legend</source>
        <translation>Legende</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
</context>
<context>
    <name>gbs::app::LogPanel</name>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>The log is empty.</source>
        <translation>Noch ist nichts protokolliert.</translation>
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
        <translation>Modell wird geladen…</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Phrase</source>
        <translation>A&amp;usdruck</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Window</source>
        <translation>&amp;Fenster</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>&amp;Rückgängig: %1</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation>&amp;Wiederholen: %1</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>&amp;Modell</translation>
    </message>
    <message>
        <source>&amp;Review</source>
        <translation>B&amp;eurteilung</translation>
    </message>
    <message>
        <source>Trai&amp;n</source>
        <translation>Tra&amp;ining</translation>
    </message>
    <message>
        <source>Model %1. %2</source>
        <translation>Modell %1. %2</translation>
    </message>
</context>
<context>
    <name>gbs::widgets::MessageBar</name>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
    <message>
        <source>Close message</source>
        <translation>Meldung schließen</translation>
    </message>
</context>
<context>
    <name>gbs::app::ModelCardDialog</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Pointing accuracy</source>
        <translation>Zeigegenauigkeit</translation>
    </message>
    <message>
        <source>%1 (GbS %2, i2t %3)</source>
        <translation>%1 (GbS %2, i2t %3)</translation>
    </message>
    <message>
        <source>Center baseline</source>
        <translation>Vergleichswert Bildmitte</translation>
    </message>
    <message>
        <source>Validated on</source>
        <translation>Validiert mit</translation>
    </message>
    <message numerus="yes">
        <source>%n phrase(s)</source>
        <translation>
            <numerusform>%n Ausdruck</numerusform>
            <numerusform>%n Ausdrücken</numerusform>
        </translation>
    </message>
    <message>
        <source>Training steps</source>
        <translation>Trainingsschritte</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Eintrag</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>All metadata in the file</source>
        <translation>Alle Metadaten der Datei</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Optionen</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Anmerkungen</translation>
    </message>
    <message>
        <source>Trained on</source>
        <translation>Trainiert mit</translation>
    </message>
    <message>
        <source>Image encoder</source>
        <translation>Bild-Encoder</translation>
    </message>
    <message>
        <source>Text encoder</source>
        <translation>Text-Encoder</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>%1 × %1 pixels</source>
        <translation>%1 × %1 Pixel</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>File size</source>
        <translation>Dateigröße</translation>
    </message>
    <message>
        <source>Model %1</source>
        <translation>Modell %1</translation>
    </message>
</context>
<context>
    <name>gbs::app::ModelController</name>
    <message>
        <source>&amp;Default Model</source>
        <translation>&amp;Standardmodell</translation>
    </message>
    <message>
        <source>The model installed with the program</source>
        <translation>Das mit dem Programm gelieferte Modell</translation>
    </message>
    <message>
        <source>&amp;Open Model…</source>
        <translation>Modell ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>Load another checkpoint and ground the phrases again</source>
        <translation>Ein anderer Checkpoint; die Ausdrücke werden neu verortet</translation>
    </message>
    <message>
        <source>&amp;Recent Models</source>
        <translation>&amp;Zuletzt verwendete Modelle</translation>
    </message>
    <message>
        <source>&amp;Compare With</source>
        <translation>&amp;Vergleichen mit</translation>
    </message>
    <message>
        <source>&amp;Model Card…</source>
        <translation>Modellste&amp;ckbrief…</translation>
    </message>
    <message>
        <source>Training data, accuracy and architecture of the model</source>
        <translation>Womit das Modell trainiert wurde, wie gut es zeigt und wie es aufgebaut ist</translation>
    </message>
    <message>
        <source>De&amp;vice</source>
        <translation>&amp;Gerät</translation>
    </message>
    <message>
        <source>Open a model</source>
        <translation>Ein Modell öffnen</translation>
    </message>
    <message>
        <source>Compare the current model with the default model as side B</source>
        <translation>Das Standardmodell als Seite B neben dem aktuellen Modell</translation>
    </message>
    <message>
        <source>Compare the current model with a checkpoint as side B</source>
        <translation>Ein Checkpoint als Seite B neben dem aktuellen Modell</translation>
    </message>
    <message>
        <source>Compare with a model</source>
        <translation>Mit einem Modell vergleichen</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Noch keine</translation>
    </message>
    <message>
        <source>Models (%1);;All files (*)</source>
        <translation>Modelle (%1);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>&amp;Automatic (%1)</source>
        <translation>&amp;Automatisch (%1)</translation>
    </message>
    <message>
        <source>&amp;Automatic</source>
        <translation>&amp;Automatisch</translation>
    </message>
    <message>
        <source>The first usable GPU, else the CPU</source>
        <translation>Die erste funktionierende GPU, sonst der Prozessor</translation>
    </message>
    <message>
        <source>Looking for devices…</source>
        <translation>Geräte werden gesucht…</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: Not a model file (.safetensors).</source>
        <translation>%1: keine Modelldatei (.safetensors).</translation>
    </message>
</context>
<context>
    <name>gbs::app::NewRunDialog</name>
    <message>
        <source>Options &amp;of</source>
        <translation>&amp;Optionen von</translation>
    </message>
    <message>
        <source>Sa&amp;ve As…</source>
        <translation>Speichern &amp;unter…</translation>
    </message>
    <message>
        <source>Cop&amp;y</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>New training run</source>
        <translation>Neuer Trainingslauf</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Starten</translation>
    </message>
    <message>
        <source>Starts the trainer, which continues when this window is closed</source>
        <translation>Startet den Trainer; er läuft weiter, wenn dieses Fenster geschlossen wird</translation>
    </message>
    <message>
        <source>Recipe that the options start from</source>
        <translation>Wovon die Optionen ausgehen: den Rezepten des Programms oder einer Datei</translation>
    </message>
    <message>
        <source>Open a recipe, or the config.yaml of a run</source>
        <translation>Liest ein Rezept oder die config.yaml eines Laufs</translation>
    </message>
    <message>
        <source>Save all options as a recipe (YAML)</source>
        <translation>Schreibt alle Optionen in ein Rezept (YAML)</translation>
    </message>
    <message>
        <source>Run folder for status, curves, previews and checkpoints</source>
        <translation>Der Ordner des Laufs; Zustand, Kurven, Vorschauen und Checkpoints kommen dorthin</translation>
    </message>
    <message>
        <source>The options of the whole run, or those that a stage changes</source>
        <translation>Der ganze Lauf oder was eine seiner Phasen ändert</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>in %1</translation>
    </message>
    <message>
        <source>&amp;Recipe</source>
        <translation>&amp;Rezept</translation>
    </message>
    <message>
        <source>Run &amp;name</source>
        <translation>&amp;Name des Laufs</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Click a problem to go to its option</source>
        <translation>Eines wählen, um zu seiner Option zu gelangen</translation>
    </message>
    <message>
        <source>Equivalent command line</source>
        <translation>Befehlszeile, die dasselbe tut</translation>
    </message>
    <message>
        <source>Starts the same run from a shell</source>
        <translation>Tut dasselbe in einer Shell</translation>
    </message>
    <message>
        <source>Copy the command line</source>
        <translation>Kopiert die Befehlszeile</translation>
    </message>
    <message>
        <source>Open a recipe</source>
        <translation>Rezept öffnen</translation>
    </message>
    <message>
        <source>Recipes (*.yaml *.yml);;All files (*)</source>
        <translation>Rezepte (*.yaml *.yml);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Save the recipe</source>
        <translation>Rezept speichern</translation>
    </message>
    <message>
        <source>Recipes (*.yaml)</source>
        <translation>Rezepte (*.yaml)</translation>
    </message>
    <message>
        <source>The whole run</source>
        <translation>Der ganze Lauf</translation>
    </message>
    <message>
        <source>Stage %1</source>
        <translation>Phase %1</translation>
    </message>
    <message>
        <source>%1 already holds a run: choose another name</source>
        <translation>%1 enthält bereits einen Lauf: bitte einen anderen Namen wählen</translation>
    </message>
    <message>
        <source>%1 is not a folder</source>
        <translation>%1 ist kein Ordner</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>option and problem</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>The run needs a name.</source>
        <translation>Der Lauf braucht einen Namen.</translation>
    </message>
    <message>
        <source>Reading the recipe…</source>
        <translation>Rezept wird gelesen…</translation>
    </message>
    <message>
        <source>Checking for problems…</source>
        <translation>Suche nach Problemen…</translation>
    </message>
    <message>
        <source>Fix these to start:</source>
        <translation>Vor dem Start zu beheben:</translation>
    </message>
    <message>
        <source>The run can start, but:</source>
        <translation>Der Lauf kann gestartet werden, aber:</translation>
    </message>
    <message>
        <source>Ready to start.</source>
        <translation>Bereit zum Start.</translation>
    </message>
    <message>
        <source>The recipe cannot be used:</source>
        <translation>Das Rezept kann nicht verwendet werden:</translation>
    </message>
    <message>
        <source>O&amp;pen…</source>
        <translation>Ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>Choose the folder with the photos.</source>
        <translation>Wählen Sie den Ordner mit den Fotos.</translation>
    </message>
    <message>
        <source>Choose the file with the captions.</source>
        <translation>Wählen Sie die Datei mit den Bildunterschriften.</translation>
    </message>
    <message>
        <source>Fork of %1 at step %2</source>
        <translation>Abzweig von %1 bei Schritt %2</translation>
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
        <translation>Auf dem Datenträger wählen</translation>
    </message>
    <message>
        <source>Browse for %1</source>
        <translation>%1 wählen</translation>
    </message>
    <message>
        <source>Reset to empty</source>
        <translation>Wieder leeren</translation>
    </message>
    <message>
        <source>Reset to %1</source>
        <translation>Zurück auf %1</translation>
    </message>
    <message>
        <source>Reset %1 to its default</source>
        <translation>Zurück auf den Standardwert von %1</translation>
    </message>
    <message>
        <source>Not an integer</source>
        <translation>Keine ganze Zahl</translation>
    </message>
    <message>
        <source>Not a number such as 0.001 or 1e-3</source>
        <translation>Keine Zahl wie 0.001 oder 1e-3</translation>
    </message>
    <message>
        <source>Not between %1 and %2</source>
        <translation>Nicht im Bereich %1 bis %2</translation>
    </message>
    <message>
        <source>From %1 to %2</source>
        <translation>Von %1 bis %2</translation>
    </message>
    <message>
        <source>Default: %1</source>
        <translation>Standardwert: %1</translation>
    </message>
    <message>
        <source>Problem with %1</source>
        <translation>Problem bei %1</translation>
    </message>
</context>
<context>
    <name>gbs::widgets::OptionsForm</name>
    <message>
        <source>Only &amp;changed</source>
        <translation>Nur &amp;geänderte</translation>
    </message>
    <message>
        <source>No matching options.</source>
        <translation>Keine Option passt dazu.</translation>
    </message>
    <message>
        <source>Search options</source>
        <translation>Optionen suchen</translation>
    </message>
    <message>
        <source>Show only options with these words in their name or description</source>
        <translation>Zeigt nur Optionen mit diesen Wörtern im Namen oder in der Erklärung</translation>
    </message>
    <message>
        <source>Show only options that differ from their defaults</source>
        <translation>Zeigt nur Optionen, die von ihrem Standardwert abweichen</translation>
    </message>
    <message>
        <source>A&amp;dvanced</source>
        <translation>&amp;Erweitert</translation>
    </message>
    <message>
        <source>Show all options, not only the most important ones</source>
        <translation>Zeigt alle Optionen, nicht nur die wichtigsten</translation>
    </message>
</context>
<context>
    <name>gbs::app::PastedImages</name>
    <message>
        <source>the pasted image</source>
        <translation>das eingefügte Bild</translation>
    </message>
    <message>
        <source>The clipboard contains no image. Copy an image or a file and paste again.</source>
        <translation>In der Zwischenablage ist kein Bild. Bitte ein Bild oder eine Datei kopieren und erneut einfügen.</translation>
    </message>
    <message>
        <source>%1: cannot create the folder for pasted images</source>
        <translation>%1: Der Ordner für eingefügte Bilder kann nicht angelegt werden</translation>
    </message>
    <message>
        <source>%1: cannot write the pasted image: %2</source>
        <translation>%1: Das eingefügte Bild kann nicht geschrieben werden: %2</translation>
    </message>
</context>
<context>
    <name>gbs::app::PhotoBrowser</name>
    <message>
        <source>Opening %1…</source>
        <translation>%1 wird geöffnet…</translation>
    </message>
    <message>
        <source>Looking for images…</source>
        <translation>Bilder werden gesucht…</translation>
    </message>
    <message>
        <source>%1: no such file or folder</source>
        <translation>%1: Es gibt keine solche Datei und keinen solchen Ordner</translation>
    </message>
    <message>
        <source>%1 no longer exists. The open photos stay listed.</source>
        <translation>%1 ist nicht mehr vorhanden. Das Geöffnete bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>%1 has changed on disk and is reloaded.</source>
        <translation>%1 hat sich auf dem Datenträger geändert und wird neu gelesen.</translation>
    </message>
    <message>
        <source>%1 was deleted or renamed. It is shown until you open another photo.</source>
        <translation>%1 wurde gelöscht oder umbenannt. Das Foto bleibt bis zum Verlassen sichtbar.</translation>
    </message>
</context>
<context>
    <name>gbs::app::PhotoLoader</name>
    <message>
        <source>%1: not enough memory to open this photo</source>
        <translation>%1: Der Arbeitsspeicher reicht nicht aus, um dieses Foto zu öffnen</translation>
    </message>
</context>
<context>
    <name>gbs::app::PhraseController</name>
    <message>
        <source>Phrases</source>
        <translation>Ausdrücke</translation>
    </message>
    <message>
        <source>&amp;Type a Phrase</source>
        <translation>Ausdruck &amp;eingeben</translation>
    </message>
    <message>
        <source>&amp;Previous Phrase</source>
        <translation>&amp;Vorheriger Ausdruck</translation>
    </message>
    <message>
        <source>&amp;Next Phrase</source>
        <translation>&amp;Nächster Ausdruck</translation>
    </message>
    <message>
        <source>&amp;Hide or Show Phrase</source>
        <translation>Ausdruck &amp;aus- oder einblenden</translation>
    </message>
    <message>
        <source>Rena&amp;me Phrase</source>
        <translation>Ausdruck &amp;umbenennen</translation>
    </message>
    <message>
        <source>&amp;Color of the Phrase…</source>
        <translation>&amp;Farbe des Ausdrucks…</translation>
    </message>
    <message>
        <source>Move Phrase &amp;Up</source>
        <translation>Ausdruck nach &amp;oben</translation>
    </message>
    <message>
        <source>Move Phrase &amp;Down</source>
        <translation>Ausdruck nach un&amp;ten</translation>
    </message>
    <message>
        <source>&amp;Remove Phrase</source>
        <translation>Aus&amp;druck entfernen</translation>
    </message>
    <message>
        <source>Remove &amp;All Phrases</source>
        <translation>A&amp;lle Ausdrücke entfernen</translation>
    </message>
    <message>
        <source>Color of “%1”</source>
        <translation>Farbe von „%1“</translation>
    </message>
    <message>
        <source>C&amp;ompare With…</source>
        <translation>Ve&amp;rgleichen mit…</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Phrase to compare with “%1”:</source>
        <translation>Ausdruck, der neben „%1“ gezeigt wird:</translation>
    </message>
    <message>
        <source>&amp;Pin or Unpin Peak</source>
        <translation>Maximum an&amp;heften oder lösen</translation>
    </message>
    <message>
        <source>&amp;Sort Phrases by Strength</source>
        <translation>Ausdrücke nach &amp;Stärke sortieren</translation>
    </message>
    <message>
        <source>For &amp;This Photo or All Photos</source>
        <translation>Nur für dieses &amp;Foto oder für alle</translation>
    </message>
    <message>
        <source>people disagree</source>
        <translation>Uneinigkeit</translation>
    </message>
</context>
<context>
    <name>gbs::widgets::PhraseModel</name>
    <message>
        <source>%1
Highest value of the mean map: %2</source>
        <translation>%1
Höchster Wert der Mittelwertkarte: %2</translation>
    </message>
    <message>
        <source>%1, hidden</source>
        <translation>%1, ausgeblendet</translation>
    </message>
    <message>
        <source>%1, failed</source>
        <translation>%1, fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1, not ready</source>
        <translation>%1, noch nicht fertig</translation>
    </message>
    <message>
        <source>%1, peak %2</source>
        <translation>%1, Maximum %2</translation>
    </message>
    <message>
        <source>%1, strength %2</source>
        <translation>%1, Stärke %2</translation>
    </message>
    <message>
        <source>%1, for this photo only</source>
        <translation>%1, nur für dieses Foto</translation>
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
        <translation>Was gesucht wird: a dog</translation>
    </message>
    <message>
        <source>Phrase</source>
        <translation>Ausdruck</translation>
    </message>
    <message>
        <source>Phrases</source>
        <translation>Ausdrücke</translation>
    </message>
    <message>
        <source>Type a phrase and press Enter to see where it is.</source>
        <translation>Einen Ausdruck eingeben und die Eingabetaste drücken, um zu sehen, wo er liegt.</translation>
    </message>
    <message>
        <source>Type a phrase and press Enter, or try: %1</source>
        <translation>Einen Ausdruck eingeben und die Eingabetaste drücken oder ausprobieren: %1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>&amp;Show</source>
        <translation>E&amp;inblenden</translation>
    </message>
    <message>
        <source>&amp;Hide</source>
        <translation>&amp;Ausblenden</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Click a word to see the map of that word alone</source>
        <translation>Ein Klick auf ein Wort zeigt, wo dieses Wort allein liegt</translation>
    </message>
    <message>
        <source>whole phrase</source>
        <translation>ganzer Ausdruck</translation>
    </message>
    <message>
        <source>Words: %1</source>
        <translation>Wörter: %1</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>&amp;Umbenennen</translation>
    </message>
    <message>
        <source>&amp;Color…</source>
        <translation>&amp;Farbe…</translation>
    </message>
    <message>
        <source>Com&amp;pare with the Current Phrase</source>
        <translation>Mit dem aktuellen Ausdruck &amp;vergleichen</translation>
    </message>
    <message>
        <source>Move &amp;Up</source>
        <translation>Nach &amp;oben</translation>
    </message>
    <message>
        <source>Move &amp;Down</source>
        <translation>Nach u&amp;nten</translation>
    </message>
    <message>
        <source>&amp;Pin or Unpin Peak</source>
        <translation>Maximum an&amp;heften oder lösen</translation>
    </message>
    <message>
        <source>Type a phrase and press Enter, or paste a list with one phrase per line</source>
        <translation>Einen Ausdruck eingeben und die Eingabetaste drücken, oder eine Liste mit einem Ausdruck je Zeile einfügen</translation>
    </message>
    <message>
        <source>All photos</source>
        <translation>Alle Fotos</translation>
    </message>
    <message>
        <source>This photo</source>
        <translation>Dieses Foto</translation>
    </message>
    <message>
        <source>New phrases are for</source>
        <translation>Neue Ausdrücke gelten für</translation>
    </message>
    <message>
        <source>Whether new phrases are for all photos or for the shown one only</source>
        <translation>Ob neue Ausdrücke für alle Fotos gelten oder nur für das gezeigte</translation>
    </message>
    <message>
        <source>For &amp;All Photos</source>
        <translation>Für &amp;alle Fotos</translation>
    </message>
    <message>
        <source>For &amp;This Photo Only</source>
        <translation>&amp;Nur für dieses Foto</translation>
    </message>
</context>
<context>
    <name>gbs::app::PhraseRows</name>
    <message>
        <source>%1, %2: skipped (%3)</source>
        <translation>%1, %2: ausgelassen (%3)</translation>
    </message>
    <message>
        <source>%1 at %2, %3</source>
        <translation>%1 bei %2, %3</translation>
    </message>
    <message>
        <source>%1, %2: %3 hits, peak %4</source>
        <translation>%1, %2: %3 trifft, Maximum %4</translation>
    </message>
    <message>
        <source>%1, %2: %3 misses, peak %4</source>
        <translation>%1, %2: %3 verfehlt, Maximum %4</translation>
    </message>
</context>
<context>
    <name>gbs::app::PreferencesDialog</name>
    <message>
        <source>Show the map &amp;while typing</source>
        <translation>Karte &amp;während der Eingabe zeigen</translation>
    </message>
    <message>
        <source>&amp;Keep zoom and position between photos</source>
        <translation>&amp;Zoom und Ausschnitt zwischen Fotos beibehalten</translation>
    </message>
    <message>
        <source>&amp;Preload neighboring photos</source>
        <translation>Benachbarte Fotos &amp;vorab laden</translation>
    </message>
    <message>
        <source>&amp;Reopen last session</source>
        <translation>Letzte Sitzung wieder&amp;herstellen</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Follow system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Language of the window. Changes take effect immediately.</source>
        <translation>Sprache des Fensters. Änderungen wirken sofort.</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Colors of the window</source>
        <translation>Farben des Fensters</translation>
    </message>
    <message>
        <source>Updates the map without pressing Enter</source>
        <translation>Aktualisiert die Karte ohne Eingabetaste</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> ms</translation>
    </message>
    <message>
        <source>Delay before the map is updated, in milliseconds</source>
        <translation>Verzögerung bis zur Aktualisierung der Karte, in Millisekunden</translation>
    </message>
    <message>
        <source>If off, each photo is fitted to the window</source>
        <translation>Wenn aus, wird jedes Foto an das Fenster angepasst</translation>
    </message>
    <message>
        <source>Reads and encodes the previous and the next photo while the program is idle</source>
        <translation>Liest und kodiert das vorige und das nächste Foto, während das Programm nichts zu tun hat</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Device that the model runs on. Automatic selects the first usable GPU.</source>
        <translation>Gerät, auf dem das Modell läuft. Automatisch wählt die erste nutzbare GPU.</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <source>Memory for encoded photos, in megabytes. Takes effect when a model is loaded.</source>
        <translation>Speicher für kodierte Fotos, in Megabyte. Gilt ab dem nächsten Laden eines Modells.</translation>
    </message>
    <message>
        <source>Memory for computed maps, in megabytes</source>
        <translation>Speicher für berechnete Karten, in Megabyte</translation>
    </message>
    <message>
        <source>Restores the folder, photo, phrases, layers and view at the next start</source>
        <translation>Stellt Ordner, Foto, Ausdrücke, Ebenen und Ansicht beim nächsten Start wieder her</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Erscheinungsbild</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>Farbs&amp;chema</translation>
    </message>
    <message>
        <source>Phrases</source>
        <translation>Ausdrücke</translation>
    </message>
    <message>
        <source>Dela&amp;y</source>
        <translation>Verzöger&amp;ung</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Fotos</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>&amp;Device</source>
        <translation>&amp;Gerät</translation>
    </message>
    <message>
        <source>Memory for &amp;encoded photos</source>
        <translation>Speicher für &amp;kodierte Fotos</translation>
    </message>
    <message>
        <source>Memory for &amp;maps</source>
        <translation>Speicher für Ka&amp;rten</translation>
    </message>
    <message>
        <source>Startup</source>
        <translation>Programmstart</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Size of texts and buttons, on top of the system's. Takes effect at the next start.</source>
        <translation>Größe von Texten und Schaltflächen, zusätzlich zu der des Systems. Gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>&amp;Scale</source>
        <translation>&amp;Größe</translation>
    </message>
    <message>
        <source>Reviews</source>
        <translation>Beurteilungen</translation>
    </message>
    <message>
        <source>Your &amp;name</source>
        <translation>Ihr &amp;Name</translation>
    </message>
    <message>
        <source>Your name in the verdicts that you give from now on</source>
        <translation>Ihr Name in den Urteilen, die Sie von jetzt an geben</translation>
    </message>
</context>
<context>
    <name>gbs::app::PresentController</name>
    <message>
        <source>P&amp;resent These Images</source>
        <translation>Die&amp;se Bilder präsentieren</translation>
    </message>
    <message>
        <source>Full screen, phrase by phrase and image by image, starting here</source>
        <translation>Im Vollbild, Ausdruck für Ausdruck und Bild für Bild, ab diesem Bild</translation>
    </message>
    <message>
        <source>Present a S&amp;cript…</source>
        <translation>Skrip&amp;t präsentieren…</translation>
    </message>
    <message>
        <source>Full screen, with the images and phrases of a YAML file</source>
        <translation>Im Vollbild, die Bilder und Ausdrücke einer YAML-Datei</translation>
    </message>
    <message>
        <source>Present a script</source>
        <translation>Ein Skript präsentieren</translation>
    </message>
    <message>
        <source>Scripts (%1);;All files (*)</source>
        <translation>Skripte (%1);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Open the images to present first.</source>
        <translation>Bitte zuerst die Bilder öffnen, die präsentiert werden sollen.</translation>
    </message>
    <message>
        <source>Save as a &amp;Web Page…</source>
        <translation>Als &amp;Webseite speichern…</translation>
    </message>
    <message>
        <source>The presentation of these images as one HTML file that works offline</source>
        <translation>Die Präsentation dieser Bilder als eine HTML-Datei, die ohne Netz funktioniert</translation>
    </message>
    <message>
        <source>Save a Script as a We&amp;b Page…</source>
        <translation>Skript als We&amp;bseite speichern…</translation>
    </message>
    <message>
        <source>The presentation of a YAML file as one HTML file that works offline</source>
        <translation>Die Präsentation einer YAML-Datei als eine HTML-Datei, die ohne Netz funktioniert</translation>
    </message>
    <message>
        <source>Save as a Web Page</source>
        <translation>Als Webseite speichern</translation>
    </message>
    <message>
        <source>Web pages (*.html)</source>
        <translation>Webseiten (*.html)</translation>
    </message>
    <message>
        <source>Presentation</source>
        <translation>Präsentation</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message numerus="yes">
        <source>Presentation of %n photo(s)</source>
        <translation>
            <numerusform>Präsentation von %n Foto</numerusform>
            <numerusform>Präsentation von %n Fotos</numerusform>
        </translation>
    </message>
    <message>
        <source>Presentation written to %1.</source>
        <translation>Präsentation nach %1 geschrieben.</translation>
    </message>
</context>
<context>
    <name>gbs::app::PresentationWindow</name>
    <message>
        <source>Presentation</source>
        <translation>Präsentation</translation>
    </message>
    <message>
        <source>Phrase</source>
        <translation>Ausdruck</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen…</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>What to look for</source>
        <translation>Wonach gesucht wird</translation>
    </message>
    <message>
        <source>%1, phrase %2 of %3</source>
        <comment>slide</comment>
        <translation>%1, Ausdruck %2 von %3</translation>
    </message>
    <message>
        <source>Space, →, PgDn: next    ←, PgUp: back    T: type a phrase    B: blank the screen    L: laser pointer    N: speaker notes    D: compare with the detector    Esc: close</source>
        <translation>Leertaste, →, Bild↓: weiter    ←, Bild↑: zurück    T: Ausdruck eingeben    B: Bildschirm schwarz    L: Laserpointer    N: Notizen    D: mit dem Detektor vergleichen    Esc: schließen</translation>
    </message>
</context>
<context>
    <name>gbs::app::RecentMenu</name>
    <message>
        <source>Open &amp;Recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>No recent files</source>
        <translation>Noch wurde nichts geöffnet</translation>
    </message>
    <message>
        <source>&amp;Clear This List</source>
        <translation>Diese Liste &amp;leeren</translation>
    </message>
    <message>
        <source>Remove all files and folders from this list</source>
        <translation>Vergisst, welche Dateien und Ordner geöffnet wurden</translation>
    </message>
    <message>
        <source>%1 no longer exists</source>
        <translation>%1 ist nicht mehr vorhanden</translation>
    </message>
</context>
<context>
    <name>gbs::app::ReviewController</name>
    <message>
        <source>Review</source>
        <translation>Beurteilung</translation>
    </message>
    <message>
        <source>&amp;Correct</source>
        <translation>&amp;Richtig</translation>
    </message>
    <message>
        <source>The map shows where the phrase is</source>
        <translation>Die Karte zeigt, wo der Ausdruck liegt</translation>
    </message>
    <message>
        <source>&amp;Incorrect</source>
        <translation>&amp;Falsch</translation>
    </message>
    <message>
        <source>&amp;Unsure</source>
        <translation>&amp;Unsicher</translation>
    </message>
    <message>
        <source>Cannot be decided</source>
        <translation>Es lässt sich nicht entscheiden</translation>
    </message>
    <message>
        <source>&amp;Clear Verdict and Note</source>
        <translation>Urteil und Notiz &amp;löschen</translation>
    </message>
    <message>
        <source>Write a &amp;Note</source>
        <translation>&amp;Notiz schreiben</translation>
    </message>
    <message>
        <source>Mark a &amp;Point</source>
        <translation>&amp;Punkt markieren</translation>
    </message>
    <message>
        <source>Click the true location in the photo</source>
        <translation>Auf die wahre Stelle im Foto klicken</translation>
    </message>
    <message>
        <source>Mark a &amp;Box</source>
        <translation>&amp;Box markieren</translation>
    </message>
    <message>
        <source>Draw a box around the true location in the photo</source>
        <translation>Eine Box um die wahre Stelle im Foto ziehen</translation>
    </message>
    <message>
        <source>Use Model Pea&amp;k as Ground Truth</source>
        <translation>Maximum des Modells als Wahrheit &amp;nehmen</translation>
    </message>
    <message>
        <source>Mark the peak of the mean map as the true location</source>
        <translation>Markiert den höchsten Wert der Mittelwertkarte als wahre Stelle</translation>
    </message>
    <message>
        <source>Next Photo Without a &amp;Verdict</source>
        <translation>Nächstes Foto &amp;ohne Urteil</translation>
    </message>
    <message>
        <source>&amp;Statistics…</source>
        <translation>&amp;Statistik…</translation>
    </message>
    <message>
        <source>Accuracy and hits by model and by phrase</source>
        <translation>Genauigkeit und Treffer nach Modell und nach Ausdruck</translation>
    </message>
    <message>
        <source>Open a photo to judge.</source>
        <translation>Zum Beurteilen ein Foto öffnen.</translation>
    </message>
    <message>
        <source>Type a phrase to judge.</source>
        <translation>Zum Beurteilen einen Ausdruck eingeben.</translation>
    </message>
    <message>
        <source>Reading the reviews of this folder…</source>
        <translation>Die Beurteilungen dieses Ordners werden gelesen…</translation>
    </message>
    <message>
        <source>Waiting for the model…</source>
        <translation>Warten auf das Modell…</translation>
    </message>
    <message>
        <source>Every photo has a verdict.</source>
        <translation>Jedes Foto hat ein Urteil.</translation>
    </message>
    <message>
        <source>Reviews are not saved</source>
        <translation>Beurteilungen sind nicht gespeichert</translation>
    </message>
    <message>
        <source>The latest reviews cannot be saved. %1

Saving is retried every two seconds. If you close now, they are written to a file in your user folder; if that fails too, they are lost.</source>
        <translation>Die letzten Beurteilungen konnten nicht gespeichert werden. %1

Alle zwei Sekunden wird es erneut versucht. Beim Schließen kommen sie jetzt in eine eigene Datei; misslingt auch das, gehen sie verloren.</translation>
    </message>
    <message>
        <source>&amp;Close Anyway</source>
        <translation>&amp;Trotzdem schließen</translation>
    </message>
    <message>
        <source>&amp;Keep Open</source>
        <translation>&amp;Offen lassen</translation>
    </message>
    <message>
        <source>The phrase is in the photo, but the map points elsewhere</source>
        <translation>Der Ausdruck ist im Foto, aber die Karte zeigt woandershin</translation>
    </message>
    <message>
        <source>&amp;Absent</source>
        <translation>Nicht &amp;im Bild</translation>
    </message>
    <message>
        <source>The phrase is not in the photo</source>
        <translation>Der Ausdruck ist nicht im Foto</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln photo(s)</source>
        <translation>
            <numerusform>%1: %Ln Foto</numerusform>
            <numerusform>%1: %Ln Fotos</numerusform>
        </translation>
    </message>
    <message>
        <source>Mark a Pol&amp;ygon</source>
        <translation>Pol&amp;ygon markieren</translation>
    </message>
    <message>
        <source>Click the corners around the true location in the photo</source>
        <translation>Im Foto die Ecken um den wahren Ort anklicken</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a person and a verdict</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Disagreement. %1</source>
        <translation>Uneinigkeit. %1</translation>
    </message>
</context>
<context>
    <name>gbs::app::ReviewExportActions</name>
    <message>
        <source>Export Verdicts for a Sp&amp;readsheet…</source>
        <translation>U&amp;rteile für eine Tabellenkalkulation exportieren…</translation>
    </message>
    <message>
        <source>CSV: one row per verdict of this folder</source>
        <translation>CSV: eine Zeile je Urteil dieses Ordners</translation>
    </message>
    <message>
        <source>Export &amp;All Reviews…</source>
        <translation>&amp;Alle Beurteilungen exportieren…</translation>
    </message>
    <message>
        <source>JSONL: one object per photo and phrase of this folder</source>
        <translation>JSONL: ein Objekt je Foto und Ausdruck dieses Ordners</translation>
    </message>
    <message>
        <source>Export &amp;Marks as Phrases…</source>
        <translation>Markierungen als Ausdrücke e&amp;xportieren…</translation>
    </message>
    <message>
        <source>TSV: the true locations of this folder in the format of gbs evaluate</source>
        <translation>TSV: die wahren Stellen dieses Ordners, wie gbs evaluate sie liest</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) written to %1</source>
        <translation>
            <numerusform>%n Zeile nach %1 geschrieben</numerusform>
            <numerusform>%n Zeilen nach %1 geschrieben</numerusform>
        </translation>
    </message>
    <message>
        <source>Cannot write %1. %2</source>
        <translation>%1 wurde nicht geschrieben. %2</translation>
    </message>
    <message>
        <source>Export reviews</source>
        <translation>Beurteilungen exportieren</translation>
    </message>
    <message>
        <source>%1 files (%2);;All files (*)</source>
        <translation>%1-Dateien (%2);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Export A&amp;nnotations</source>
        <translation>An&amp;notationen exportieren</translation>
    </message>
    <message>
        <source>Marks and verdicts of this folder, in a folder that you choose</source>
        <translation>Markierungen und Urteile dieses Ordners, in einen Ordner Ihrer Wahl</translation>
    </message>
    <message>
        <source>Export annotations into a folder</source>
        <translation>Annotationen in einen Ordner exportieren</translation>
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
            <numerusform>Annotationen von %n Foto nach %1 geschrieben</numerusform>
            <numerusform>Annotationen von %n Fotos nach %1 geschrieben</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gbs::app::ReviewExporter</name>
    <message>
        <source>Nothing to export: no place is marked in this folder.</source>
        <translation>Nichts zu exportieren: In diesem Ordner ist keine Stelle markiert.</translation>
    </message>
    <message>
        <source>Nothing to export: this folder has no verdicts.</source>
        <translation>Nichts zu exportieren: Dieser Ordner hat keine Urteile.</translation>
    </message>
</context>
<context>
    <name>gbs::widgets::PopoverButton</name>
    <message numerus="yes">
        <source>%1, %n running</source>
        <translation>
            <numerusform>%1, %n läuft</numerusform>
            <numerusform>%1, %n laufen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gbs::widgets::ReviewPanel</name>
    <message>
        <source>Try &amp;again</source>
        <translation>E&amp;rneut versuchen</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Note on this phrase</source>
        <translation>Notiz zu diesem Ausdruck</translation>
    </message>
    <message>
        <source>Stored with the verdict for this phrase, photo, and model</source>
        <translation>Wird mit dem Urteil zu diesem Ausdruck, Foto und Modell aufbewahrt</translation>
    </message>
    <message>
        <source>Stay here</source>
        <translation>Hier bleiben</translation>
    </message>
    <message>
        <source>Next phrase, then next photo</source>
        <translation>Nächster Ausdruck, dann nächstes Foto</translation>
    </message>
    <message>
        <source>Next photo</source>
        <translation>Nächstes Foto</translation>
    </message>
    <message>
        <source>After judging</source>
        <translation>Nach einem Urteil</translation>
    </message>
    <message>
        <source>What to show after judging</source>
        <translation>Was gezeigt wird, nachdem ein Urteil gefällt wurde</translation>
    </message>
    <message>
        <source>&amp;After judging:</source>
        <translation>Na&amp;ch einem Urteil:</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Remove the verdict and the note</source>
        <translation>Nimmt das Urteil und die Notiz zurück</translation>
    </message>
    <message>
        <source>Ground truth</source>
        <translation>Wahre Stelle</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>Richtig</translation>
    </message>
    <message>
        <source>The map shows where the phrase is</source>
        <translation>Die Karte zeigt, wo der Ausdruck liegt</translation>
    </message>
    <message>
        <source>Incorrect</source>
        <translation>Falsch</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>Unsicher</translation>
    </message>
    <message>
        <source>Cannot be decided; not counted in the accuracy</source>
        <translation>Es lässt sich nicht entscheiden: zählt nicht zur Genauigkeit</translation>
    </message>
    <message>
        <source>Save now; saving is also retried every two seconds</source>
        <translation>Versucht jetzt zu speichern; es wird auch alle zwei Sekunden versucht</translation>
    </message>
    <message>
        <source>Accuracy and hits by model and by phrase</source>
        <translation>Genauigkeit und Treffer nach Modell und nach Ausdruck</translation>
    </message>
    <message>
        <source>Nothing to judge</source>
        <translation>Nichts zu beurteilen</translation>
    </message>
    <message>
        <source>“%1” in %2</source>
        <translation>„%1“ in %2</translation>
    </message>
    <message>
        <source>Model %1</source>
        <translation>Modell %1</translation>
    </message>
    <message>
        <source>Accuracy %1</source>
        <translation>Genauigkeit %1</translation>
    </message>
    <message>
        <source>Mean map hits %1 of %2 marked</source>
        <translation>Mittelwertkarte trifft %1 von %2 markierten</translation>
    </message>
    <message>
        <source>For this folder and model: correct / (correct + incorrect) with Wilson&apos;s 95 % interval. A map hits if its peak is in a marked box, or within 5 % of the photo&apos;s diagonal from a marked point.</source>
        <translation>Von diesem Ordner mit diesem Modell: richtig / (richtig + falsch), mit dem 95-%-Intervall nach Wilson. Eine Karte trifft, wenn ihr höchster Wert in einer markierten Box liegt oder höchstens 5&#xa0;% der Fotodiagonale von einem markierten Punkt entfernt.</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>Nicht gespeichert: %1</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Wird gespeichert…</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <comment>button and its key</comment>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>Stat&amp;istics…</source>
        <translation>S&amp;tatistik…</translation>
    </message>
    <message>
        <source>The phrase is in the photo, but the map points elsewhere</source>
        <translation>Der Ausdruck ist im Foto, aber die Karte zeigt woandershin</translation>
    </message>
    <message>
        <source>Absent</source>
        <translation>Nicht im Bild</translation>
    </message>
    <message>
        <source>The phrase is not in the photo; not counted in the accuracy</source>
        <translation>Der Ausdruck ist nicht im Foto; zählt nicht für die Genauigkeit</translation>
    </message>
    <message>
        <source>%1 correct, %2 incorrect, %3 unsure, %4 absent</source>
        <translation>%1 richtig, %2 falsch, %3 unsicher, %4 nicht im Bild</translation>
    </message>
</context>
<context>
    <name>gbs::app::ReviewSession</name>
    <message>
        <source>“%1” is correct</source>
        <translation>„%1“ ist richtig</translation>
    </message>
    <message>
        <source>“%1” is incorrect</source>
        <translation>„%1“ ist falsch</translation>
    </message>
    <message>
        <source>No verdict on “%1”</source>
        <translation>Kein Urteil zu „%1“</translation>
    </message>
    <message>
        <source>“%1” is unsure</source>
        <translation>„%1“ ist unsicher</translation>
    </message>
    <message>
        <source>Note on “%1”</source>
        <translation>Notiz zu „%1“</translation>
    </message>
    <message>
        <source>Clear “%1”</source>
        <translation>Urteil und Notiz zu „%1“ löschen</translation>
    </message>
    <message>
        <source>Mark “%1”</source>
        <translation>„%1“ markieren</translation>
    </message>
    <message>
        <source>Move a mark of “%1”</source>
        <translation>Eine Markierung von „%1“ verschieben</translation>
    </message>
    <message>
        <source>Remove a mark of “%1”</source>
        <translation>Eine Markierung von „%1“ entfernen</translation>
    </message>
    <message>
        <source>“%1” in %2 was changed elsewhere in the meantime, by another window or person. That change was kept and is shown.</source>
        <translation>„%1“ in %2 wurde inzwischen anderswo geändert, in einem anderen Fenster oder von jemand anderem. Diese Änderung bleibt erhalten und wird angezeigt.</translation>
    </message>
    <message>
        <source>“%1” is absent</source>
        <translation>„%1“ ist nicht im Bild</translation>
    </message>
    <message>
        <source>Import %1</source>
        <translation>Import von %1</translation>
    </message>
    <message numerus="yes">
        <source>Mark %n phrase(s)</source>
        <translation>
            <numerusform>%n Ausdruck markieren</numerusform>
            <numerusform>%n Ausdrücke markieren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n review(s) were changed in the meantime, and stay as they are.</source>
        <translation>
            <numerusform>%n Beurteilung wurde inzwischen geändert und bleibt, wie sie ist.</numerusform>
            <numerusform>%n Beurteilungen wurden inzwischen geändert und bleiben, wie sie sind.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gbs::widgets::ReviewStatisticsDialog</name>
    <message>
        <source>Review statistics</source>
        <translation>Statistik der Beurteilungen</translation>
    </message>
    <message>
        <source>Statistics by model</source>
        <translation>Statistik nach Modell</translation>
    </message>
    <message>
        <source>Statistics by phrase</source>
        <translation>Statistik nach Ausdruck</translation>
    </message>
    <message>
        <source>Filter by phrase</source>
        <translation>Nach Ausdruck filtern</translation>
    </message>
    <message>
        <source>Show the phrases that contain this text</source>
        <translation>Zeigt die Ausdrücke, die diesen Text enthalten</translation>
    </message>
    <message>
        <source>By &amp;model</source>
        <translation>Nach &amp;Modell</translation>
    </message>
    <message>
        <source>By &amp;phrase</source>
        <translation>Nach &amp;Ausdruck</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Accuracy is correct / (correct + incorrect); unsure and absent verdicts are not counted. A map hits if its peak is in a marked box, or within 5 % of the photo&apos;s diagonal from a marked point. Wilson&apos;s 95 % interval is in parentheses.</source>
        <translation>Genauigkeit ist richtig / (richtig + falsch); unsichere und nicht im Bild enthaltene zählen nicht. Eine Karte trifft, wenn ihr Maximum in einem markierten Rechteck liegt oder höchstens 5 % der Fotodiagonale von einem markierten Punkt entfernt ist. In Klammern steht Wilsons 95-%-Intervall.</translation>
    </message>
    <message>
        <source>Click a count to list its photos</source>
        <translation>Ein Klick auf eine Anzahl zeigt ihre Fotos</translation>
    </message>
    <message>
        <source>&amp;Agreement</source>
        <translation>Ü&amp;bereinstimmung</translation>
    </message>
</context>
<context>
    <name>gbs::widgets::ReviewStatisticsModel</name>
    <message>
        <source>%1 of %2: %3</source>
        <translation>%1 von %2: %3</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Phrase</source>
        <translation>Ausdruck</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>Richtig</translation>
    </message>
    <message>
        <source>Incorrect</source>
        <translation>Falsch</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>Unsicher</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>GbS hits</source>
        <translation>GbS-Treffer</translation>
    </message>
    <message>
        <source>i2t hits</source>
        <translation>i2t-Treffer</translation>
    </message>
    <message>
        <source>Mean hits</source>
        <translation>Mittel-Treffer</translation>
    </message>
    <message>
        <source>correct / (correct + incorrect) in percent, with Wilson&apos;s 95 % interval</source>
        <translation>richtig / (richtig + falsch) in Prozent, mit dem 95-%-Intervall nach Wilson</translation>
    </message>
    <message>
        <source>Share of the marked phrases whose peak hits, in percent with Wilson&apos;s 95 % interval</source>
        <translation>Karten, deren höchster Wert an der markierten Stelle liegt, von allen markierten, in Prozent mit dem 95-%-Intervall nach Wilson</translation>
    </message>
    <message>
        <source>Absent</source>
        <translation>Nicht im Bild</translation>
    </message>
</context>
<context>
    <name>gbs::app::RunRequests</name>
    <message>
        <source>Pause requested; the trainer has not confirmed it yet.</source>
        <translation>Pause angefordert; der Trainer hat sie noch nicht bestätigt.</translation>
    </message>
    <message>
        <source>Resume requested; the trainer has not confirmed it yet.</source>
        <translation>Fortsetzung angefordert; der Trainer hat sie noch nicht bestätigt.</translation>
    </message>
    <message>
        <source>Save and stop requested; the trainer has not stopped yet.</source>
        <translation>Speichern und Beenden angefordert; der Trainer ist noch nicht beendet.</translation>
    </message>
    <message>
        <source>Checkpoint requested; a paused trainer saves it when it resumes.</source>
        <translation>Checkpoint angefordert; ein pausierter Trainer speichert ihn, sobald er weiterarbeitet.</translation>
    </message>
    <message>
        <source>Checkpoint requested; the trainer has not saved it yet.</source>
        <translation>Checkpoint angefordert; der Trainer hat ihn noch nicht gespeichert.</translation>
    </message>
</context>
<context>
    <name>gbs::app::RunListModel</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Folder of the run</source>
        <translation>Der Ordner des Laufs</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>State of the trainer</source>
        <translation>Zustand des Trainers</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Completed and total steps</source>
        <translation>Erledigte und gesamte Schritte</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Images per second</source>
        <translation>Bilder pro Sekunde</translation>
    </message>
    <message>
        <source>Images/s</source>
        <translation>Bilder/s</translation>
    </message>
    <message>
        <source>Estimated time to the last step</source>
        <translation>Geschätzte Zeit bis zum letzten Schritt</translation>
    </message>
    <message>
        <source>Time Left</source>
        <translation>Restzeit</translation>
    </message>
    <message>
        <source>Pointing accuracy of the best checkpoint (mean map, validation phrases)</source>
        <translation>Zeigegenauigkeit des besten Checkpoints (Mittelwertkarte, Validierungsausdrücke)</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>Bester Wert</translation>
    </message>
</context>
<context>
    <name>gbs::widgets::RunChecks</name>
    <message>
        <source>Filter the runs</source>
        <translation>Läufe filtern</translation>
    </message>
    <message>
        <source>Runs to compare with</source>
        <translation>Läufe zum Vergleichen</translation>
    </message>
    <message>
        <source>Checked runs are drawn over the selected one</source>
        <translation>Angekreuzte Läufe werden über den gewählten gezeichnet</translation>
    </message>
</context>
<context>
    <name>gbs::widgets::RunListPanel</name>
    <message>
        <source>No runs yet. Start one, attach a run started in a shell or on another machine, or choose another folder.</source>
        <translation>Hier gibt es noch keinen Lauf. Einen starten, einen einbinden, den eine Shell oder ein anderer Rechner gestartet hat, oder einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>New Run…</source>
        <translation>Neuer Lauf…</translation>
    </message>
    <message>
        <source>Choose a recipe and options, then start training</source>
        <translation>Rezept und Optionen wählen und einen Trainer starten</translation>
    </message>
    <message>
        <source>Runs Folder…</source>
        <translation>Ordner der Läufe…</translation>
    </message>
    <message>
        <source>The folder of the listed runs; new runs are created here</source>
        <translation>Der Ordner, dessen Läufe aufgelistet werden und in dem neue entstehen</translation>
    </message>
    <message>
        <source>Attach…</source>
        <translation>Einbinden…</translation>
    </message>
    <message>
        <source>Also list a run in another folder, for example on a mounted disk</source>
        <translation>Listet auch einen Lauf eines anderen Ordners auf, auch von einem eingehängten Datenträger</translation>
    </message>
    <message>
        <source>Training runs</source>
        <translation>Trainingsläufe</translation>
    </message>
    <message>
        <source>The contents of trainer.log</source>
        <translation>Was der Trainer in trainer.log geschrieben hat</translation>
    </message>
    <message>
        <source>End of the trainer&apos;s log</source>
        <translation>Ende des Trainerprotokolls</translation>
    </message>
    <message>
        <source>The end of trainer.log, for runs started from this window</source>
        <translation>Das Ende von trainer.log, sofern der Lauf aus diesem Fenster gestartet wurde</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausieren</translation>
    </message>
    <message>
        <source>Pause after this step</source>
        <translation>Bittet den Trainer, nach diesem Schritt zu warten</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Resume training</source>
        <translation>Lässt einen pausierten Trainer weiterarbeiten</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Save a checkpoint and stop; the run can be continued</source>
        <translation>Bittet den Trainer, einen Checkpoint zu speichern und sich zu beenden; der Lauf kann weitertrainiert werden</translation>
    </message>
    <message>
        <source>Save Now</source>
        <translation>Jetzt speichern</translation>
    </message>
    <message>
        <source>Save a checkpoint after this step</source>
        <translation>Bittet den Trainer um einen Checkpoint nach diesem Schritt</translation>
    </message>
    <message>
        <source>Continue…</source>
        <translation>Weitertrainieren…</translation>
    </message>
    <message>
        <source>Continue from the latest checkpoint; a completed run gets more steps</source>
        <translation>Startet einen Trainer, der beim neuesten Checkpoint weitermacht; ein abgeschlossener Lauf erhält weitere Schritte</translation>
    </message>
    <message>
        <source>Fork…</source>
        <translation>Abzweigen…</translation>
    </message>
    <message>
        <source>Start a new run from the weights of a checkpoint, with other options</source>
        <translation>Ein neuer Lauf mit den Gewichten eines seiner Checkpoints und anderen Optionen</translation>
    </message>
    <message>
        <source>No run selected</source>
        <translation>Kein Lauf gewählt</translation>
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
        <translation>Zeigegenauigkeit in %</translation>
    </message>
    <message>
        <source>Pointing accuracy by groups of phrases</source>
        <translation>Zeigegenauigkeit nach Gruppen von Ausdrücken</translation>
    </message>
    <message>
        <source>Click a bar to list its phrases. The thin lines are 95 % intervals.</source>
        <translation>Ein Klick auf einen Balken geht seine Ausdrücke durch. Die dünnen Linien sind 95-%-Intervalle.</translation>
    </message>
</context>
<context>
    <name>gbs::widgets::ScoreTableModel</name>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 of %2 phrases, 95 % interval %3 to %4</source>
        <translation>%1 von %2 Ausdrücken, 95-%-Intervall %3 bis %4</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95-%-Intervall</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <source>Energy</source>
        <translation>Energie</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>Box</translation>
    </message>
    <message>
        <source>Pointing accuracy in %: the map&apos;s peak is in a box of the phrase</source>
        <translation>Zeigegenauigkeit in %: Das Maximum der Karte liegt in einer Box des Ausdrucks</translation>
    </message>
    <message>
        <source>Wilson&apos;s interval of the accuracy in %</source>
        <translation>Wilson-Intervall der Genauigkeit, in %</translation>
    </message>
    <message>
        <source>Mean share of the map&apos;s sum inside the boxes, in %</source>
        <translation>Anteil der Kartensumme innerhalb der Boxen, in %, im Mittel</translation>
    </message>
    <message>
        <source>Phrases whose thresholded map gives a box with an IoU of 0.5 or more, in %</source>
        <translation>Ausdrücke, deren Karte, an einer festen Schwelle geschnitten, eine Box mit IoU 0,5 oder mehr ergibt, in %</translation>
    </message>
</context>
<context>
    <name>gbs::app::SeparationTab</name>
    <message>
        <source>%1 is too large</source>
        <translation>%1 ist zu groß</translation>
    </message>
    <message>
        <source>%1 is damaged</source>
        <translation>%1 ist beschädigt</translation>
    </message>
    <message>
        <source>The preview of step %1 cannot be read. It may have been deleted, since only the latest previews are kept.</source>
        <translation>Die Vorschau von Schritt %1 ist nicht lesbar. Vielleicht wurde sie gelöscht, denn nur die neuesten Vorschauen werden aufbewahrt.</translation>
    </message>
    <message>
        <source>%1 is damaged: it lists no blends.</source>
        <translation>%1 ist beschädigt: Es führt keine Überblendungen auf.</translation>
    </message>
    <message>
        <source>This preview has no blend %1.</source>
        <translation>Diese Vorschau hat keine Überblendung %1.</translation>
    </message>
    <message>
        <source>Perlin noise</source>
        <translation>Perlin-Rauschen</translation>
    </message>
    <message>
        <source>Gaussians</source>
        <translation>Gauß-Funktionen</translation>
    </message>
    <message>
        <source>Circle</source>
        <translation>Kreis</translation>
    </message>
    <message>
        <source>Scale &amp; Shift</source>
        <translation>Skalieren &amp; Verschieben</translation>
    </message>
    <message>
        <source>Half plane</source>
        <translation>Halbebene</translation>
    </message>
    <message>
        <source>Recurrent</source>
        <translation>Rekurrent</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Previous preview</source>
        <translation>Vorherige Vorschau</translation>
    </message>
    <message>
        <source>Previous preview (Page Up)</source>
        <translation>Vorherige Vorschau (Bild auf)</translation>
    </message>
    <message>
        <source>Next preview</source>
        <translation>Nächste Vorschau</translation>
    </message>
    <message>
        <source>Next preview (Page Down)</source>
        <translation>Nächste Vorschau (Bild ab)</translation>
    </message>
    <message>
        <source>Steps through the saved previews</source>
        <translation>Blättert durch die gespeicherten Vorschauen</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Lates&amp;t</source>
        <translation>Neue&amp;ste</translation>
    </message>
    <message>
        <source>Always shows the latest preview</source>
        <translation>Zeigt immer die neueste Vorschau</translation>
    </message>
    <message>
        <source>Shows only blends of this alpha generator</source>
        <translation>Zeigt nur Überblendungen dieses Alpha-Generators</translation>
    </message>
    <message>
        <source>Alpha generator</source>
        <translation>Alpha-Generator</translation>
    </message>
    <message>
        <source>Blend to show</source>
        <translation>Anzuzeigende Überblendung</translation>
    </message>
    <message>
        <source>Blend</source>
        <translation>Überblendung</translation>
    </message>
    <message>
        <source>A&amp;lpha</source>
        <translation>Al&amp;pha</translation>
    </message>
    <message>
        <source>&amp;Blend</source>
        <translation>Überb&amp;lendung</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>Schritt %1</translation>
    </message>
    <message>
        <source>Choose a run to see how it separates blends.</source>
        <translation>Einen Lauf wählen, um zu sehen, wie er Überblendungen trennt.</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>This run has no preview yet. The option preview.every sets how often it saves one.</source>
        <translation>Dieser Lauf hat noch keine Vorschau. Die Option preview.every bestimmt, wie oft eine gespeichert wird.</translation>
    </message>
    <message>
        <source>This preview has no blend with this alpha generator. Choose another preview or generator.</source>
        <translation>Diese Vorschau hat keine Überblendung mit diesem Alpha-Generator. Bitte eine andere Vorschau oder einen anderen Generator wählen.</translation>
    </message>
    <message>
        <source>any</source>
        <translation>beliebig</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>number of a blend, and its alpha map</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Save &amp;Image…</source>
        <translation>&amp;Bild speichern…</translation>
    </message>
    <message>
        <source>Saves the images shown as one PNG file</source>
        <translation>Speichert die gezeigten Bilder als eine PNG-Datei</translation>
    </message>
    <message>
        <source>Save Separation</source>
        <translation>Trennung speichern</translation>
    </message>
    <message>
        <source>Separation saved to %1.</source>
        <translation>Trennung gespeichert in %1.</translation>
    </message>
</context>
<context>
    <name>gbs::widgets::SeparationView</name>
    <message>
        <source>A blend and how the model separates it</source>
        <translation>Eine Überblendung und wie das Modell sie zerlegt</translation>
    </message>
    <message>
        <source>not in this preview</source>
        <translation>nicht in dieser Vorschau</translation>
    </message>
    <message>
        <source>I&lt;sub&gt;1&lt;/sub&gt;</source>
        <translation>I&lt;sub&gt;1&lt;/sub&gt;</translation>
    </message>
    <message>
        <source>The first photo and its caption</source>
        <translation>Das erste Foto und seine Bildunterschrift</translation>
    </message>
    <message>
        <source>I&lt;sub&gt;2&lt;/sub&gt;</source>
        <translation>I&lt;sub&gt;2&lt;/sub&gt;</translation>
    </message>
    <message>
        <source>The second photo and its caption</source>
        <translation>Das zweite Foto und seine Bildunterschrift</translation>
    </message>
    <message>
        <source>α</source>
        <translation>α</translation>
    </message>
    <message>
        <source>Weight of the first photo: white is 1</source>
        <translation>Wie viel vom ersten Foto zu sehen ist: Weiß heißt nur dieses</translation>
    </message>
    <message>
        <source>I&lt;sub&gt;b&lt;/sub&gt;</source>
        <translation>I&lt;sub&gt;b&lt;/sub&gt;</translation>
    </message>
    <message>
        <source>The blend: α I1 + (1 − α) I2</source>
        <translation>Die Überblendung: α I1 + (1 − α) I2</translation>
    </message>
    <message>
        <source>H(T&lt;sub&gt;1&lt;/sub&gt;)</source>
        <translation>H(T&lt;sub&gt;1&lt;/sub&gt;)</translation>
    </message>
    <message>
        <source>Where the model sees the first caption in the blend</source>
        <translation>Wo das Modell die erste Bildunterschrift in der Überblendung sieht</translation>
    </message>
    <message>
        <source>H(T&lt;sub&gt;2&lt;/sub&gt;)</source>
        <translation>H(T&lt;sub&gt;2&lt;/sub&gt;)</translation>
    </message>
    <message>
        <source>Where the model sees the second caption in the blend</source>
        <translation>Wo das Modell die zweite Bildunterschrift in der Überblendung sieht</translation>
    </message>
    <message>
        <source>α, its target</source>
        <translation>α, das Ziel</translation>
    </message>
    <message>
        <source>The target of H(T1)</source>
        <translation>Was H(T1) sein sollte</translation>
    </message>
    <message>
        <source>1 − α, its target</source>
        <translation>1 − α, das Ziel</translation>
    </message>
    <message>
        <source>The target of H(T2)</source>
        <translation>Was H(T2) sein sollte</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Absolute difference of map and target: black is 0, yellow is 1</source>
        <translation>Abstand zwischen Karte und Ziel: Schwarz ist keiner, Gelb ist 1</translation>
    </message>
    <message>
        <source>mean squared error %1</source>
        <translation>mittleres Quadrat %1</translation>
    </message>
    <message>
        <source>H(T&lt;sub&gt;neg&lt;/sub&gt;)</source>
        <translation>H(T&lt;sub&gt;neg&lt;/sub&gt;)</translation>
    </message>
    <message>
        <source>Map of a text that matches neither photo; should be dark</source>
        <translation>Die Karte eines Textes, der zu keinem der Fotos gehört: sollte dunkel sein</translation>
    </message>
    <message>
        <source>mean %1, should be 0</source>
        <translation>Mittel %1, sollte 0 sein</translation>
    </message>
    <message>
        <source>H without text</source>
        <translation>H ohne Text</translation>
    </message>
    <message>
        <source>Map without text; should be gray, 0.5 everywhere</source>
        <translation>Die Karte ohne Text: sollte grau sein, überall 0,5</translation>
    </message>
    <message>
        <source>mean %1, should be %2</source>
        <translation>Mittel %1, sollte %2 sein</translation>
    </message>
    <message>
        <source>This preview lacks %1.</source>
        <translation>In dieser Vorschau fehlt: %1.</translation>
    </message>
</context>
<context>
    <name>gbs::app::SettingsController</name>
    <message>
        <source>&amp;Guide</source>
        <translation>&amp;Handbuch</translation>
    </message>
    <message>
        <source>Opens the documentation: first steps, tasks, formats</source>
        <translation>Öffnet die Dokumentation: erste Schritte, Aufgaben, Formate</translation>
    </message>
    <message>
        <source>No program opens %1</source>
        <translation>Kein Programm öffnet %1</translation>
    </message>
    <message>
        <source>Pr&amp;eferences…</source>
        <translation>E&amp;instellungen…</translation>
    </message>
    <message>
        <source>Language, colors, memory and more</source>
        <translation>Sprache, Farben, Speicher und mehr</translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts…</source>
        <translation>&amp;Tastenkürzel…</translation>
    </message>
    <message>
        <source>Search and change the shortcuts of all actions</source>
        <translation>Alle Aktionen mit ihren Tasten, zum Suchen und Ändern</translation>
    </message>
    <message>
        <source>Copy &amp;Diagnostics</source>
        <translation>&amp;Diagnosedaten kopieren</translation>
    </message>
    <message>
        <source>Copies versions, devices, settings and the last log lines for a bug report</source>
        <translation>Kopiert Versionen, Geräte, Einstellungen und die letzten Protokollzeilen für eine Fehlermeldung</translation>
    </message>
    <message>
        <source>&amp;About GbS Explorer</source>
        <translation>Ü&amp;ber GbS Explorer</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>Farbs&amp;chema</translation>
    </message>
    <message>
        <source>Follow &amp;System</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>The diagnostics have been copied to the clipboard.</source>
        <translation>Die Diagnosedaten sind in der Zwischenablage.</translation>
    </message>
</context>
<context>
    <name>gbs::app::ShortcutModel</name>
    <message>
        <source>Default: %1</source>
        <translation>Standard: %1</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
</context>
<context>
    <name>gbs::app::ShortcutsDialog</name>
    <message>
        <source>&amp;Set</source>
        <translation>&amp;Zuweisen</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation>Zu&amp;rücksetzen</translation>
    </message>
    <message>
        <source>Reset &amp;All</source>
        <translation>&amp;Alle zurücksetzen</translation>
    </message>
    <message>
        <source>Keyboard Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Search actions, menus and keys</source>
        <translation>Aktionen, Menüs und Tasten durchsuchen</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>Aktionen und ihre Tasten</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>Neue Taste</translation>
    </message>
    <message>
        <source>Press the new key combination</source>
        <translation>Die neue Tastenkombination drücken</translation>
    </message>
    <message>
        <source>Assigns the key to this action and removes it from others</source>
        <translation>Weist der Aktion die Taste zu und entfernt sie von anderen Aktionen</translation>
    </message>
    <message>
        <source>Removes all keys of this action</source>
        <translation>Entfernt alle Tasten dieser Aktion</translation>
    </message>
    <message>
        <source>Resets this action to its default keys</source>
        <translation>Setzt die Aktion auf ihre Standardtasten zurück</translation>
    </message>
    <message>
        <source>Resets all actions to their default keys</source>
        <translation>Setzt alle Aktionen auf ihre Standardtasten zurück</translation>
    </message>
    <message>
        <source>New &amp;key</source>
        <translation>Neue &amp;Taste</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>%1 is assigned to %2. Setting it here removes it there.</source>
        <translation>%1 ist %2 zugewiesen. Das Zuweisen hier entfernt die Taste dort.</translation>
    </message>
</context>
<context>
    <name>gbs::widgets::StartPage</name>
    <message>
        <source>Sample photos</source>
        <translation>Beispielfotos</translation>
    </message>
    <message>
        <source>Three things to try</source>
        <translation>Drei Dinge zum Ausprobieren</translation>
    </message>
    <message>
        <source>Recent folders</source>
        <translation>Zuletzt geöffnete Ordner</translation>
    </message>
    <message>
        <source>Open Photo…</source>
        <translation>Foto öffnen…</translation>
    </message>
    <message>
        <source>Open Folder…</source>
        <translation>Ordner öffnen…</translation>
    </message>
    <message>
        <source>Open one or more photos</source>
        <translation>Öffnet ein oder mehrere Fotos</translation>
    </message>
    <message>
        <source>Open all photos in a folder</source>
        <translation>Öffnet alle Fotos eines Ordners</translation>
    </message>
    <message>
        <source>Open a photo or folder, or drop one here. Then type what to look for and press Enter.</source>
        <translation>Ein Foto oder einen Ordner öffnen oder hier ablegen. Dann eingeben, was gesucht wird, und die Eingabetaste drücken.</translation>
    </message>
    <message>
        <source>See where a phrase is in a photo</source>
        <translation>Sehen, wo ein Ausdruck in einem Foto liegt</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>Find “%1” in %2</source>
        <translation>„%1“ in %2 finden</translation>
    </message>
    <message>
        <source>Open the photo and search for the phrase</source>
        <translation>Öffnet das Foto und gibt den Ausdruck ein</translation>
    </message>
</context>
<context>
    <name>gbs::app::StatusLine</name>
    <message>
        <source>Time for the photo and the last phrase, in milliseconds</source>
        <translation>Wie lange das Foto und der letzte Ausdruck gebraucht haben, in Millisekunden</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>Beschäftigt</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Model: %1
Image encoder: %2, input %3 × %3 pixels
Text encoder: %4</source>
        <translation>Modell: %1
Bild-Encoder: %2, Eingabe %3 × %3 Pixel
Text-Encoder: %4</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Device: %1</source>
        <translation>Gerät: %1</translation>
    </message>
    <message>
        <source>no model</source>
        <translation>kein Modell</translation>
    </message>
</context>
<context>
    <name>gbs::app::TrainController</name>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>&amp;New Run…</source>
        <translation>&amp;Neuer Lauf…</translation>
    </message>
    <message>
        <source>Choose a recipe and options and start training</source>
        <translation>Rezept und Optionen wählen und einen Trainer starten</translation>
    </message>
    <message>
        <source>&amp;Attach a Run…</source>
        <translation>Lauf &amp;einbinden…</translation>
    </message>
    <message>
        <source>List a run that was started from a shell or on another machine</source>
        <translation>Listet einen Lauf auf, den eine Shell oder ein anderer Rechner gestartet hat, ob laufend oder beendet</translation>
    </message>
    <message>
        <source>Runs &amp;Folder…</source>
        <translation>&amp;Ordner der Läufe…</translation>
    </message>
    <message>
        <source>Choose the folder whose runs are listed</source>
        <translation>Der Ordner, dessen Läufe aufgelistet werden</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pausieren</translation>
    </message>
    <message>
        <source>Pause the trainer of the selected run</source>
        <translation>Bittet den Trainer des gewählten Laufs zu warten</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>&amp;Fortsetzen</translation>
    </message>
    <message>
        <source>Resume a paused trainer</source>
        <translation>Lässt einen pausierten Trainer weiterarbeiten</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>S&amp;toppen</translation>
    </message>
    <message>
        <source>Save a checkpoint and stop the trainer</source>
        <translation>Bittet den Trainer, einen Checkpoint zu speichern und sich zu beenden</translation>
    </message>
    <message>
        <source>Save a Chec&amp;kpoint Now</source>
        <translation>Checkpoint jetzt &amp;speichern</translation>
    </message>
    <message>
        <source>Save a checkpoint after the current step</source>
        <translation>Bittet den Trainer um einen Checkpoint nach diesem Schritt</translation>
    </message>
    <message>
        <source>&amp;Continue…</source>
        <translation>&amp;Weitertrainieren…</translation>
    </message>
    <message>
        <source>Start a trainer that continues from the latest checkpoint</source>
        <translation>Startet einen Trainer, der beim neuesten Checkpoint weitermacht</translation>
    </message>
    <message>
        <source>F&amp;ork…</source>
        <translation>&amp;Abzweigen…</translation>
    </message>
    <message>
        <source>Start a new run from the weights of a checkpoint, with other options</source>
        <translation>Ein neuer Lauf mit den Gewichten eines Checkpoints und anderen Optionen</translation>
    </message>
    <message>
        <source>&amp;Ground with the Latest Checkpoint</source>
        <translation>Mit dem neuesten Checkpoint &amp;verorten</translation>
    </message>
    <message>
        <source>Load the latest checkpoint of the selected run into the window</source>
        <translation>Der neueste Checkpoint des gewählten Laufs wird zum Modell des Fensters</translation>
    </message>
    <message>
        <source>Follow Ne&amp;w Checkpoints</source>
        <translation>Neuen &amp;Checkpoints folgen</translation>
    </message>
    <message>
        <source>Load each new checkpoint of the selected run into the window, at most every ten seconds</source>
        <translation>Jeder neue Checkpoint des gewählten Laufs wird zum Modell des Fensters, höchstens alle zehn Sekunden</translation>
    </message>
    <message>
        <source>Grounding with the checkpoint at step %1 of %2</source>
        <translation>Verortung mit dem Checkpoint von Schritt %1 des Laufs %2</translation>
    </message>
    <message>
        <source>%1 has no checkpoint yet</source>
        <translation>%1 hat noch keinen Checkpoint</translation>
    </message>
    <message>
        <source>Folder of training runs</source>
        <translation>Ordner der Trainingsläufe</translation>
    </message>
    <message>
        <source>Folder of one training run</source>
        <translation>Ordner eines Trainingslaufs</translation>
    </message>
    <message>
        <source>%1 is not a training run: it has neither a status.json nor a config.yaml</source>
        <translation>%1 ist kein Trainingslauf: Es gibt dort weder status.json noch config.yaml</translation>
    </message>
    <message>
        <source>Continue %1</source>
        <translation>%1 weitertrainieren</translation>
    </message>
    <message>
        <source>The run is complete. Additional steps for its last stage (its schedule is stretched):</source>
        <translation>Der Lauf ist abgeschlossen. Weitere Schritte seiner letzten Phase (ihr Zeitplan wird gestreckt):</translation>
    </message>
    <message>
        <source>Step %1 (best)</source>
        <translation>Schritt %1 (bester)</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>Schritt %1</translation>
    </message>
    <message>
        <source>Fork %1</source>
        <translation>Von %1 abzweigen</translation>
    </message>
    <message>
        <source>Checkpoint whose weights the new run starts from:</source>
        <translation>Checkpoint, mit dessen Gewichten der neue Lauf beginnt:</translation>
    </message>
</context>
<context>
    <name>gbs::app::TrainingTabs</name>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Runs of a folder and their controls</source>
        <translation>Läufe eines Ordners und ihre Steuerung</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>Kurven</translation>
    </message>
    <message>
        <source>Losses, rates and pointing accuracy of the selected run</source>
        <translation>Verluste, Raten und Zeigegenauigkeit des gewählten Laufs</translation>
    </message>
    <message>
        <source>Separation</source>
        <translation>Trennung</translation>
    </message>
    <message>
        <source>Blends of the selected run and their separation by the model</source>
        <translation>Überblendungen des gewählten Laufs und ihre Trennung durch das Modell</translation>
    </message>
    <message>
        <source>Film Strip</source>
        <translation>Filmstreifen</translation>
    </message>
    <message>
        <source>One phrase for each checkpoint of the selected run</source>
        <translation>Ein Ausdruck mit jedem Checkpoint des gewählten Laufs</translation>
    </message>
    <message>
        <source>Alpha Studio</source>
        <translation>Alpha-Studio</translation>
    </message>
    <message>
        <source>Generators of alpha maps, drawn without training</source>
        <translation>Die Generatoren der Alpha-Karten, ganz ohne Training gezeichnet</translation>
    </message>
    <message>
        <source>Selected run</source>
        <translation>Gewählter Lauf</translation>
    </message>
    <message>
        <source>No run selected</source>
        <translation>Kein Lauf gewählt</translation>
    </message>
    <message>
        <source>%1: %2, step %3 of %4</source>
        <translation>%1: %2, Schritt %3 von %4</translation>
    </message>
    <message>
        <source>The curves of a run are shown here: its losses, rates and pointing accuracy.</source>
        <translation>Hier stehen die Kurven eines Laufs: Verluste, Lernraten und Treffergenauigkeit.</translation>
    </message>
    <message>
        <source>The blends of a run are shown here, and how its model separates them.</source>
        <translation>Hier stehen die Mischungen eines Laufs und wie sein Modell sie trennt.</translation>
    </message>
    <message>
        <source>One phrase is shown here under each checkpoint of a run.</source>
        <translation>Hier steht ein Ausdruck unter jedem Checkpoint eines Laufs.</translation>
    </message>
    <message>
        <source>Choose a Run</source>
        <translation>Lauf wählen</translation>
    </message>
</context>
<context>
    <name>gbs::widgets::StrengthChip</name>
    <message>
        <source>strong</source>
        <comment>strength of a phrase</comment>
        <translation>stark</translation>
    </message>
    <message>
        <source>medium</source>
        <comment>strength of a phrase</comment>
        <translation>mittel</translation>
    </message>
    <message>
        <source>weak</source>
        <comment>strength of a phrase</comment>
        <translation>schwach</translation>
    </message>
    <message>
        <source>none</source>
        <comment>strength of a phrase</comment>
        <translation>keine</translation>
    </message>
    <message>
        <source>At least three of four such phrases are in their photos.</source>
        <translation>Mindestens drei von vier solchen Ausdrücken sind auf ihren Fotos.</translation>
    </message>
    <message>
        <source>More likely in the photo than not.</source>
        <translation>Eher auf dem Foto als nicht.</translation>
    </message>
    <message>
        <source>More likely not in the photo. Look before you believe the map.</source>
        <translation>Eher nicht auf dem Foto. Erst hinsehen, dann der Karte glauben.</translation>
    </message>
    <message>
        <source>Hardly in the photo, or in words that the model does not know. The map points at what comes closest.</source>
        <translation>Kaum auf dem Foto, oder in Wörtern, die das Modell nicht kennt. Die Karte zeigt auf das Ähnlichste.</translation>
    </message>
    <message>
        <source>Strength %1 (%2). %3</source>
        <translation>Stärke %1 (%2). %3</translation>
    </message>
</context>
<context>
    <name>gbs::widgets::TruthPanel</name>
    <message>
        <source>Box %1</source>
        <translation>Box %1</translation>
    </message>
    <message>
        <source>Point %1</source>
        <translation>Punkt %1</translation>
    </message>
    <message>
        <source>Mark a point</source>
        <translation>Punkt markieren</translation>
    </message>
    <message>
        <source>Click the object in the photo</source>
        <translation>Dann auf die wahre Stelle im Foto klicken</translation>
    </message>
    <message>
        <source>Mark a box</source>
        <translation>Box markieren</translation>
    </message>
    <message>
        <source>Draw a box around the object in the photo</source>
        <translation>Dann eine Box um die wahre Stelle im Foto ziehen</translation>
    </message>
    <message>
        <source>Mark the peak</source>
        <translation>Maximum markieren</translation>
    </message>
    <message>
        <source>Mark the peak of the mean map as the ground truth</source>
        <translation>Markiert den höchsten Wert der Mittelwertkarte als wahre Stelle</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Verschieben</translation>
    </message>
    <message>
        <source>The next mark replaces the selected one. In the list, Ctrl and the arrow keys move it by one pixel; with Shift, by ten.</source>
        <translation>Die nächste Markierung ersetzt die ausgewählte. In der Liste verschieben Strg und die Pfeiltasten sie um ein Pixel, zusammen mit der Umschalttaste um zehn.</translation>
    </message>
    <message>
        <source>Remove the mark</source>
        <translation>Markierung entfernen</translation>
    </message>
    <message>
        <source>Remove the selected mark</source>
        <translation>Entfernt die ausgewählte Markierung</translation>
    </message>
    <message>
        <source>Ground truth of the phrase</source>
        <translation>Wahre Stellen des Ausdrucks</translation>
    </message>
    <message>
        <source>Photo pixels: x, y from the top left corner, starting at 0</source>
        <translation>Pixel des Fotos: x, y von der oberen linken Ecke aus, gezählt ab 0</translation>
    </message>
    <message numerus="yes">
        <source>Polygon of %n corner(s), %1</source>
        <translation>
            <numerusform>Polygon mit %n Ecke, %1</numerusform>
            <numerusform>Polygon mit %n Ecken, %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Mark a polygon</source>
        <translation>Polygon markieren</translation>
    </message>
    <message>
        <source>Click the corners around the object; a double click or Enter closes the polygon</source>
        <translation>Die Ecken um das Objekt anklicken; ein Doppelklick oder die Eingabetaste schließt das Polygon</translation>
    </message>
</context>
<context>
    <name>gbs::app::Workspaces</name>
    <message>
        <source>Explore</source>
        <translation>Erkunden</translation>
    </message>
    <message>
        <source>Find phrases in photos</source>
        <translation>Ausdrücke in Fotos finden</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Bewerten</translation>
    </message>
    <message>
        <source>Judge the maps and mark the truth</source>
        <translation>Karten bewerten und die wahren Orte markieren</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Trainieren</translation>
    </message>
    <message>
        <source>Start and watch training runs</source>
        <translation>Trainingsläufe starten und beobachten</translation>
    </message>
    <message>
        <source>Benchmark</source>
        <translation>Benchmark</translation>
    </message>
    <message>
        <source>Score models and look at their misses</source>
        <translation>Modelle bewerten und ihre Fehlgriffe ansehen</translation>
    </message>
    <message>
        <source>Workspaces</source>
        <translation>Arbeitsbereiche</translation>
    </message>
    <message>
        <source>&amp;Reset Layout</source>
        <translation>Anordnung &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>Put the panels of this workspace back to their first places</source>
        <translation>Setzt die Fenster dieses Arbeitsbereichs an ihre ersten Plätze zurück</translation>
    </message>
</context>
<context>
    <name>gbs::app::WalkBar</name>
    <message>
        <source>Load the Model of the Result</source>
        <translation>Modell des Ergebnisses laden</translation>
    </message>
    <message>
        <source>Back to My Photos</source>
        <translation>Zurück zu meinen Fotos</translation>
    </message>
    <message>
        <source>The maps are those of %1, whose result this is.</source>
        <translation>Die Karten sind von %1, dessen Ergebnis dies ist.</translation>
    </message>
    <message>
        <source>The maps are those of %1. The result does not say which model it is of.</source>
        <translation>Die Karten sind von %1. Das Ergebnis sagt nicht, von welchem Modell es ist.</translation>
    </message>
    <message>
        <source>The maps are those of %1, but the result is of %2, which is not loaded.</source>
        <translation>Die Karten sind von %1, das Ergebnis aber von %2, das nicht geladen ist.</translation>
    </message>
</context>
<context>
    <name>gbs::app::PhotoActions</name>
    <message>
        <source>Show in &amp;File Manager</source>
        <translation>Im &amp;Dateimanager zeigen</translation>
    </message>
    <message>
        <source>Open the folder of the photo</source>
        <translation>Öffnet den Ordner des Fotos</translation>
    </message>
    <message>
        <source>&amp;Open in Another Program</source>
        <translation>In anderem Programm ö&amp;ffnen</translation>
    </message>
    <message>
        <source>Open the photo in its default program</source>
        <translation>Öffnet das Foto im Standardprogramm</translation>
    </message>
    <message>
        <source>Copy Pat&amp;h</source>
        <translation>&amp;Pfad kopieren</translation>
    </message>
    <message>
        <source>Copy the path of the photo</source>
        <translation>Kopiert den Pfad des Fotos</translation>
    </message>
    <message>
        <source>Copy &amp;Image</source>
        <translation>&amp;Bild kopieren</translation>
    </message>
    <message>
        <source>Copy the photo without its maps</source>
        <translation>Kopiert das Foto ohne seine Karten</translation>
    </message>
</context>
<context>
    <name>gbs::app::ScoreController</name>
    <message>
        <source>Photos by Score</source>
        <translation>Fotos nach Wert</translation>
    </message>
    <message>
        <source>&amp;Sort the Photos by This Phrase</source>
        <translation>Fotos nach diesem Ausdruck &amp;sortieren</translation>
    </message>
    <message>
        <source>Show all listed photos with the map of the phrase, the best first</source>
        <translation>Zeigt alle gelisteten Fotos mit der Karte des Ausdrucks, die besten zuerst</translation>
    </message>
    <message>
        <source>“%1”: stopped</source>
        <translation>„%1“: angehalten</translation>
    </message>
    <message>
        <source>Open a folder and type a phrase first.</source>
        <translation>Öffnen Sie zuerst einen Ordner und geben Sie einen Ausdruck ein.</translation>
    </message>
    <message>
        <source>Only the first %1 photos of the list are scored.</source>
        <translation>Nur die ersten %1 Fotos der Liste werden ausgewertet.</translation>
    </message>
</context>
<context>
    <name>gbs::widgets::ScoreGrid</name>
    <message>
        <source>&amp;Score the Photos</source>
        <translation>Fotos au&amp;swerten</translation>
    </message>
    <message>
        <source>Sto&amp;p</source>
        <translation>Anh&amp;alten</translation>
    </message>
    <message>
        <source>Photos scored</source>
        <translation>Ausgewertete Fotos</translation>
    </message>
    <message>
        <source>Find the current phrase in all listed photos, the best first</source>
        <translation>Sucht den aktuellen Ausdruck in allen gelisteten Fotos, die besten zuerst</translation>
    </message>
    <message>
        <source>Photos by the score of the phrase</source>
        <translation>Fotos nach dem Wert des Ausdrucks</translation>
    </message>
    <message>
        <source>All listed photos with the map of the current phrase, the best first.</source>
        <translation>Alle gelisteten Fotos mit der Karte des aktuellen Ausdrucks, die besten zuerst.</translation>
    </message>
    <message>
        <source>Score the Photos</source>
        <translation>Fotos auswerten</translation>
    </message>
    <message>
        <source>Strongest first</source>
        <translation>Stärkste zuerst</translation>
    </message>
    <message>
        <source>Highest value first</source>
        <translation>Höchster Wert zuerst</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>The strength says how likely the photo shows the phrase</source>
        <translation>Die Stärke sagt, wie wahrscheinlich das Foto den Ausdruck zeigt</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>Pa&amp;use</source>
        <translation>Pa&amp;usieren</translation>
    </message>
    <message>
        <source>Res&amp;ume</source>
        <translation>Fortset&amp;zen</translation>
    </message>
    <message>
        <source>Continue with the remaining photos</source>
        <translation>Mit den übrigen Fotos weitermachen</translation>
    </message>
    <message>
        <source>Wait; the photo that was begun is finished first</source>
        <translation>Warten; das begonnene Foto wird noch fertig</translation>
    </message>
</context>
<context>
    <name>gbs::widgets::MapHistogram</name>
    <message>
        <source>Values of the map</source>
        <translation>Werte der Karte</translation>
    </message>
    <message>
        <source>How often each value from 0 to 1 is in the map. Drag the limits of the colors; Left and Right move the last one, Up and Down choose it.</source>
        <translation>Wie oft jeder Wert von 0 bis 1 in der Karte vorkommt. Ziehen Sie die Grenzen der Farben; Links und Rechts bewegen die letzte, Auf und Ab wählen sie.</translation>
    </message>
    <message>
        <source>Colors from %1 to %2</source>
        <translation>Farben von %1 bis %2</translation>
    </message>
</context>
<context>
    <name>gbs::app::TeamController</name>
    <message>
        <source>&amp;Import Reviews…</source>
        <translation>Beurteilungen &amp;importieren…</translation>
    </message>
    <message>
        <source>Take the reviews of another person into those of this folder; everyone's verdicts are kept</source>
        <translation>Nimmt die Beurteilungen einer anderen Person in die dieses Ordners auf; die Urteile aller bleiben erhalten</translation>
    </message>
    <message>
        <source>Photos with &amp;Disagreement</source>
        <translation>Fotos mit &amp;Uneinigkeit</translation>
    </message>
    <message>
        <source>List the photos with a phrase on which people's verdicts differ</source>
        <translation>Listet die Fotos mit einem Ausdruck, über den die Urteile auseinandergehen</translation>
    </message>
    <message>
        <source>Import reviews</source>
        <translation>Beurteilungen importieren</translation>
    </message>
    <message>
        <source>Reviews (%1);;All files (*)</source>
        <translation>Beurteilungen (%1);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Verdicts in %1 have no name. Who gave them?</source>
        <translation>Urteile in %1 haben keinen Namen. Von wem sind sie?</translation>
    </message>
    <message>
        <source>%1: %2 verdicts and %3 marks were taken in. People disagree on %4 phrases.</source>
        <translation>%1: %2 Urteile und %3 Markierungen wurden aufgenommen. Bei %4 Ausdrücken herrscht Uneinigkeit.</translation>
    </message>
    <message>
        <source>Nobody disagrees in this folder.</source>
        <translation>In diesem Ordner herrscht Einigkeit.</translation>
    </message>
    <message numerus="yes">
        <source>Disagreement: %n phrase(s)</source>
        <translation>
            <numerusform>Uneinigkeit: %n Ausdruck</numerusform>
            <numerusform>Uneinigkeit: %n Ausdrücke</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gbs::widgets::AgreementTable</name>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Judged by all</source>
        <translation>Von allen beurteilt</translation>
    </message>
    <message>
        <source>Disagreements</source>
        <translation>Uneinigkeiten</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Übereinstimmung</translation>
    </message>
    <message>
        <source>Kappa</source>
        <translation>Kappa</translation>
    </message>
    <message>
        <source>Agreement beyond that of chance: 0 is chance, 1 is always. Cohen's of two people, Fleiss' of more.</source>
        <translation>Übereinstimmung über den Zufall hinaus: 0 ist Zufall, 1 ist immer. Bei zwei Personen nach Cohen, bei mehr nach Fleiss.</translation>
    </message>
    <message>
        <source>Agreement of people</source>
        <translation>Übereinstimmung der Personen</translation>
    </message>
    <message>
        <source>Click a row to list the photos on which these people disagree</source>
        <translation>Ein Klick auf eine Zeile listet die Fotos, über die diese Personen uneinig sind</translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation>(ohne Namen)</translation>
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
        <translation>Die Beurteilungen von %1 sind nicht geöffnet.</translation>
    </message>
</context>
<context>
    <name>gbs::app::WorkListController</name>
    <message>
        <source>Open &amp;Work List…</source>
        <translation>&amp;Arbeitsliste öffnen…</translation>
    </message>
    <message>
        <source>A table of photos and phrases to judge (CSV: image, phrase, annotator)</source>
        <translation>Eine Tabelle der zu beurteilenden Fotos und Ausdrücke (CSV: image, phrase, annotator)</translation>
    </message>
    <message>
        <source>Close Wor&amp;k List</source>
        <translation>Ar&amp;beitsliste schließen</translation>
    </message>
    <message>
        <source>Open a work list</source>
        <translation>Arbeitsliste öffnen</translation>
    </message>
    <message>
        <source>Work lists (%1);;All files (*)</source>
        <translation>Arbeitslisten (%1);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Open the work list</source>
        <translation>Arbeitsliste öffnen</translation>
    </message>
    <message>
        <source>Work list: %1 of %2 judged</source>
        <translation>Arbeitsliste: %1 von %2 beurteilt</translation>
    </message>
    <message>
        <source> (%1 in photos that are not open)</source>
        <translation> (%1 in nicht geöffneten Fotos)</translation>
    </message>
</context>
<context>
    <name>BoxesText</name>
    <message>
        <source>This detector gives maps, not boxes.</source>
        <translation>Dieser Detektor liefert Karten, keine Boxen.</translation>
    </message>
    <message>
        <source>%1 boxes for %2 phrases written to %3.</source>
        <translation>%1 Boxen zu %2 Ausdrücken nach %3 geschrieben.</translation>
    </message>
</context>
<context>
    <name>gbs::app::DetectorController</name>
    <message>
        <source>De&amp;tector</source>
        <translation>De&amp;tektor</translation>
    </message>
    <message>
        <source>&amp;Run…</source>
        <translation>&amp;Ausführen…</translation>
    </message>
    <message>
        <source>Ask a detector for the boxes of the shown photo and phrase</source>
        <translation>Einen Detektor nach den Boxen des gezeigten Fotos und Ausdrucks fragen</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Stoppen</translation>
    </message>
    <message>
        <source>End the detector that runs</source>
        <translation>Den laufenden Detektor beenden</translation>
    </message>
    <message>
        <source>&amp;Write Boxes…</source>
        <translation>&amp;Boxen schreiben…</translation>
    </message>
    <message>
        <source>Write the detector&apos;s boxes for the phrases of all photos as JSONL</source>
        <translation>Die Boxen des Detektors zu den Ausdrücken aller Fotos als JSONL schreiben</translation>
    </message>
    <message>
        <source>Write Boxes</source>
        <translation>Boxen schreiben</translation>
    </message>
    <message>
        <source>Boxes (%1)</source>
        <translation>Boxen (%1)</translation>
    </message>
    <message>
        <source>There is no phrase to look for: add one to the list first.</source>
        <translation>Es gibt keinen Ausdruck zu suchen: Fügen Sie der Liste zuerst einen hinzu.</translation>
    </message>
    <message numerus="yes">
        <source>Boxes of %n photo(s)</source>
        <translation>
            <numerusform>Boxen von %n Foto</numerusform>
            <numerusform>Boxen von %n Fotos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gbs::app::DetectorDialog</name>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Starten</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>S&amp;toppen</translation>
    </message>
    <message>
        <source>Run a Detector</source>
        <translation>Einen Detektor ausführen</translation>
    </message>
    <message>
        <source>The name of a bridge with its options, such as owlv2 --weights FOLDER, or a command of your own</source>
        <translation>Der Name einer Brücke mit ihren Optionen, etwa owlv2 --weights ORDNER, oder ein eigener Befehl</translation>
    </message>
    <message>
        <source>Detector</source>
        <translation>Detektor</translation>
    </message>
    <message>
        <source>What the detector writes</source>
        <translation>Was der Detektor ausgibt</translation>
    </message>
    <message>
        <source>&amp;Detector:</source>
        <translation>&amp;Detektor:</translation>
    </message>
    <message>
        <source>State:</source>
        <translation>Zustand:</translation>
    </message>
    <message>
        <source>starting…</source>
        <translation>startet…</translation>
    </message>
    <message>
        <source>answering: %1</source>
        <translation>antwortet: %1</translation>
    </message>
    <message>
        <source>ready: %1</source>
        <translation>bereit: %1</translation>
    </message>
    <message>
        <source>failed: %1</source>
        <translation>fehlgeschlagen: %1</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
</context>
<context>
    <name>gbs::app::RunningDetector</name>
    <message>
        <source>The detector %1 has ended by itself.</source>
        <translation>Der Detektor %1 ist von selbst beendet worden.</translation>
    </message>
</context>
<context>
    <name>gbs::app::MarksController</name>
    <message>
        <source>Use &amp;Ground Truth as Marks</source>
        <translation>Referenz (&amp;Ground Truth) als Markierungen übernehmen</translation>
    </message>
    <message>
        <source>Marks the boxes, outlines and points of the ground truth in all open photos, for phrases without marks</source>
        <translation>Markiert die Boxen, Umrisse und Punkte der Referenz in allen geöffneten Fotos, bei Ausdrücken ohne Markierung</translation>
    </message>
    <message numerus="yes">
        <source>Marks added to %n phrase(s).</source>
        <translation>
            <numerusform>Markierungen zu %n Ausdruck hinzugefügt.</numerusform>
            <numerusform>Markierungen zu %n Ausdrücken hinzugefügt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewExport</name>
    <message>
        <source>Nothing to export: nothing is marked or judged in this folder.</source>
        <translation>Nichts zu exportieren: In diesem Ordner ist nichts markiert oder beurteilt.</translation>
    </message>
</context>
<context>
    <name>gbs::app::CommandRow</name>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Command of a detector</source>
        <translation>Befehl eines Detektors</translation>
    </message>
    <message>
        <source>A detector that is asked during the run, as in Model &gt; Detector &gt; Run: the name of a bridge with its options, or a command of your own. NAME=COMMAND gives its maps a name.</source>
        <translation>Ein Detektor, der während des Laufs gefragt wird, wie in Modell &gt; Detektor &gt; Ausführen: der Name einer Brücke mit ihren Optionen oder ein eigener Befehl. NAME=BEFEHL gibt seinen Karten einen Namen.</translation>
    </message>
    <message>
        <source>Scores this detector, too</source>
        <translation>Bewertet auch diesen Detektor</translation>
    </message>
    <message>
        <source>owlv2 --weights FOLDER</source>
        <translation>owlv2 --weights ORDNER</translation>
    </message>
</context>
<context>
    <name>DetectorCommands</name>
    <message>
        <source>There is no program “%1”. Type the name of a bridge (%2) with its options, or a command.</source>
        <translation>Es gibt kein Programm „%1“. Geben Sie den Namen einer Brücke (%2) mit ihren Optionen ein, oder einen Befehl.</translation>
    </message>
</context>
<context>
    <name>gbs::app::RunBar</name>
    <message>
        <source>St&amp;art</source>
        <translation>St&amp;arten</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>Fort&amp;setzen</translation>
    </message>
    <message>
        <source>Pa&amp;use</source>
        <translation>Pa&amp;usieren</translation>
    </message>
    <message>
        <source>Sto&amp;p</source>
        <translation>Sto&amp;ppen</translation>
    </message>
    <message>
        <source>Starts scoring from the beginning</source>
        <translation>Startet die Bewertung von vorn</translation>
    </message>
    <message>
        <source>Resumes a paused run, or a stopped one from the scores in the file</source>
        <translation>Setzt einen pausierten Lauf fort, oder einen gestoppten mit den Wertungen in der Datei</translation>
    </message>
    <message>
        <source>Lets the run wait; the photo that it has begun is finished first</source>
        <translation>Lässt den Lauf warten; das begonnene Foto wird noch fertig</translation>
    </message>
    <message>
        <source>Stops the run and keeps the scores so far</source>
        <translation>Stoppt den Lauf; bisherige Wertungen bleiben erhalten</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>%1 of %2 phrases</source>
        <translation>%1 von %2 Ausdrücken</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>Paused. %1</source>
        <translation>Pausiert. %1</translation>
    </message>
</context>
</TS>
