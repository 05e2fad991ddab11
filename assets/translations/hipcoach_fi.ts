<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fi" sourcelanguage="en">
<context>
    <name>AfterPage</name>
    <message>
        <source>Pain in or right after this bout</source>
        <translation>Kipu tämän jakson aikana tai heti sen jälkeen</translation>
    </message>
    <message>
        <source>Is it their own familiar pain?</source>
        <translation>Onko se hänen oma tuttu kipunsa?</translation>
    </message>
    <message>
        <source>not noted</source>
        <translation>ei merkitty</translation>
    </message>
    <message>
        <source>Foot turned out more than usual, degrees</source>
        <translation>Jalkaterä tavallista enemmän ulospäin, asteina</translation>
    </message>
    <message>
        <source>Keep the rating</source>
        <translation>Tallenna arvio</translation>
    </message>
    <message>
        <source>Could not be asked</source>
        <translation>Ei voitu kysyä</translation>
    </message>
    <message>
        <source>After the bout</source>
        <translation>Jakson jälkeen</translation>
    </message>
</context>
<context>
    <name>AskPanel</name>
    <message>
        <source>Unit of the accelerations</source>
        <translation>Kiihtyvyyksien yksikkö</translation>
    </message>
    <message>
        <source>Unit of the turn rates</source>
        <translation>Kulmanopeuksien yksikkö</translation>
    </message>
    <message>
        <source>Unit of the times</source>
        <translation>Aikojen yksikkö</translation>
    </message>
    <message>
        <source>as the file says</source>
        <translation>kuten tiedosto kertoo</translation>
    </message>
    <message>
        <source>Axis that points up</source>
        <translation>Ylöspäin osoittava akseli</translation>
    </message>
    <message>
        <source>Axis that points to the front</source>
        <translation>Eteenpäin osoittava akseli</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>ei tiedossa</translation>
    </message>
    <message>
        <source>Samples a second</source>
        <translation>Näytteitä sekunnissa</translation>
    </message>
    <message>
        <source>Leg length in metres</source>
        <translation>Jalan pituus metreinä</translation>
    </message>
    <message>
        <source>Leg that wore the sensor</source>
        <translation>Jalka, jossa anturi oli</translation>
    </message>
    <message>
        <source>left</source>
        <translation>vasen</translation>
    </message>
    <message>
        <source>right</source>
        <translation>oikea</translation>
    </message>
    <message>
        <source>The sensor meant</source>
        <translation>Tarkoitettu anturi</translation>
    </message>
    <message>
        <source>The other file</source>
        <translation>Toinen tiedosto</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>Valitse …</translation>
    </message>
    <message>
        <source>Open with this</source>
        <translation>Avaa näillä tiedoilla</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Takaisin</translation>
    </message>
    <message>
        <source>Up and front are different axes: choose two letters.</source>
        <translation>Ylös ja eteen ovat eri akseleita: valitse kaksi eri kirjainta.</translation>
    </message>
    <message>
        <source>Accelerations are in</source>
        <translation>Kiihtyvyyksien yksikkö</translation>
    </message>
    <message>
        <source>Turn rates are in</source>
        <translation>Kulmanopeuksien yksikkö</translation>
    </message>
    <message>
        <source>Times are in</source>
        <translation>Aikojen yksikkö</translation>
    </message>
    <message>
        <source>While standing, this axis of the sensor points up</source>
        <translation>Seistessä ylös osoittava anturin akseli</translation>
    </message>
    <message>
        <source>… and this one to the front</source>
        <translation>… ja eteen osoittava</translation>
    </message>
    <message>
        <source>Name of the sensor on the thigh</source>
        <translation>Reidessä olleen anturin nimi</translation>
    </message>
    <message>
        <source>File with the other half of the motion</source>
        <translation>Tiedosto, jossa on liikkeen toinen puoli</translation>
    </message>
    <message>
        <source>Leg length, hip to floor</source>
        <translation>Jalan pituus lonkasta lattiaan</translation>
    </message>
    <message>
        <source>Answer the first question here: the file cannot be opened without it.</source>
        <translation>Vastaa ensin ylimpään kysymykseen: ilman sitä tiedostoa ei voi avata.</translation>
    </message>
    <message>
        <source>Most of the time {0} points up in this file: it is chosen already, check it. The axis to the front points where the person walks.</source>
        <translation>Tässä tiedostossa {0} osoittaa enimmäkseen ylös: se on jo valittu, tarkista se. Eteen osoittava akseli osoittaa kävelysuuntaan.</translation>
    </message>
</context>
<context>
    <name>BeforePage</name>
    <message>
        <source>Floor marks</source>
        <translation>Lattiamerkit</translation>
    </message>
    <message>
        <source>Metronome</source>
        <translation>Metronomi</translation>
    </message>
    <message>
        <source>Pain now, before this bout</source>
        <translation>Kipu nyt, ennen tätä jaksoa</translation>
    </message>
    <message>
        <source>Start the bout</source>
        <translation>Aloita jakso</translation>
    </message>
    <message>
        <source>Repeat the last bout</source>
        <translation>Toista edellinen jakso</translation>
    </message>
    <message>
        <source>Why it is repeated, such as: stumbled</source>
        <translation>Miksi toistetaan, esimerkiksi: kompastui</translation>
    </message>
    <message>
        <source>Why the last bout is repeated</source>
        <translation>Miksi edellinen jakso toistetaan</translation>
    </message>
    <message>
        <source>Before the bout</source>
        <translation>Ennen jaksoa</translation>
    </message>
    <message>
        <source>Correct the last rating</source>
        <translation>Korjaa edellinen arvio</translation>
    </message>
</context>
<context>
    <name>BoutReplay</name>
    <message>
        <source>Bout to be replayed</source>
        <translation>Uudelleen katsottava jakso</translation>
    </message>
    <message>
        <source>Replay this bout</source>
        <translation>Katso tämä jakso uudelleen</translation>
    </message>
    <message>
        <source>The samples of these bouts were not kept: there is no replay of them.</source>
        <translation>Näiden jaksojen mittauksia ei tallennettu, joten niitä ei voi katsoa uudelleen.</translation>
    </message>
</context>
<context>
    <name>ComparePanel</name>
    <message>
        <source>Walks beside each other</source>
        <translation>Kävelyt rinnakkain</translation>
    </message>
    <message>
        <source>Back to the review</source>
        <translation>Takaisin katsaukseen</translation>
    </message>
    <message>
        <source>What changed, from the first to the last</source>
        <translation>Mikä muuttui ensimmäisestä viimeiseen</translation>
    </message>
    <message>
        <source>Means of the scored strides (SD)</source>
        <translation>Arvioitujen askelparien keskiarvot (SD)</translation>
    </message>
</context>
<context>
    <name>ComparisonTable</name>
    <message>
        <source>A: was</source>
        <translation>A: oli</translation>
    </message>
    <message>
        <source>B: would be</source>
        <translation>B: olisi</translation>
    </message>
    <message>
        <source>Cues</source>
        <translation>Vihjeitä</translation>
    </message>
    <message>
        <source>… foreseen</source>
        <translation>… ennakoituja</translation>
    </message>
    <message>
        <source>Strides over the limit</source>
        <translation>Rajan ylittäneitä</translation>
    </message>
    <message>
        <source>Strides judged</source>
        <translation>Arvioituja</translation>
    </message>
    <message>
        <source>Tones</source>
        <translation>Merkkiääniä</translation>
    </message>
    <message>
        <source>Sentences</source>
        <translation>Lauseita</translation>
    </message>
    <message>
        <source>Painful strides with a cue</source>
        <translation>Kivuliaita, joilla vihje</translation>
    </message>
    <message>
        <source>Median extension</source>
        <translation>Ojennuksen mediaani</translation>
    </message>
    <message>
        <source>Median stride</source>
        <translation>Askelparin mediaani</translation>
    </message>
</context>
<context>
    <name>ConnectSheet</name>
    <message>
        <source>Your sensor</source>
        <translation>Anturisi</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Yhdistä</translation>
    </message>
    <message>
        <source>Use this sensor</source>
        <translation>Käytä tätä anturia</translation>
    </message>
    <message>
        <source>Let it blink</source>
        <translation>Vilkuta valoa</translation>
    </message>
    <message>
        <source>Another sensor</source>
        <translation>Toinen anturi</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Peruuta</translation>
    </message>
    <message>
        <source>It is mine</source>
        <translation>Se on minun</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Yritä uudelleen</translation>
    </message>
    <message>
        <source>Find your sensor</source>
        <translation>Etsi anturisi</translation>
    </message>
    <message>
        <source>Sensors nearby</source>
        <translation>Lähellä olevat anturit</translation>
    </message>
</context>
<context>
    <name>Controls</name>
    <message>
        <source>Start</source>
        <translation>Aloita</translation>
    </message>
    <message>
        <source>Begin the walk</source>
        <translation>Aloita kävely</translation>
    </message>
    <message>
        <source>Pause or go on; key P</source>
        <translation>Tauko tai jatka; näppäin P</translation>
    </message>
    <message>
        <source>End walk</source>
        <translation>Lopeta kävely</translation>
    </message>
    <message>
        <source>End the walk and show the summary</source>
        <translation>Lopeta kävely ja näytä yhteenveto</translation>
    </message>
    <message>
        <source>It hurts (Space)</source>
        <translation>Sattuu (välilyönti)</translation>
    </message>
    <message>
        <source>Mark pain; space key</source>
        <translation>Merkitse kipu; välilyönti</translation>
    </message>
    <message>
        <source>Mute (M)</source>
        <translation>Mykistä (M)</translation>
    </message>
    <message>
        <source>Sounds off or on; key M</source>
        <translation>Äänet pois tai päälle; näppäin M</translation>
    </message>
    <message>
        <source>Far view (F11)</source>
        <translation>Kaukonäkymä (F11)</translation>
    </message>
    <message>
        <source>Only the large words; key F11</source>
        <translation>Vain isot sanat; näppäin F11</translation>
    </message>
    <message>
        <source>Help (F1)</source>
        <translation>Ohje (F1)</translation>
    </message>
    <message>
        <source>Keys and what is measured; key F1</source>
        <translation>Näppäimet ja mitä mitataan; näppäin F1</translation>
    </message>
    <message>
        <source>Go on (P)</source>
        <translation>Jatka (P)</translation>
    </message>
    <message>
        <source>Pause (P)</source>
        <translation>Tauko (P)</translation>
    </message>
    <message>
        <source>Sound on (M)</source>
        <translation>Äänet päälle (M)</translation>
    </message>
    <message>
        <source>Begin for myself</source>
        <translation>Aloita omasi</translation>
    </message>
    <message>
        <source>End the simulated walk and set up your own home</source>
        <translation>Päätä esimerkkikävely ja ota ohjelma omaan käyttöösi</translation>
    </message>
</context>
<context>
    <name>CursorPanel</name>
    <message>
        <source>At the cursor</source>
        <translation>Kohdistimessa</translation>
    </message>
    <message>
        <source>Why this cue</source>
        <translation>Miksi tämä vihje</translation>
    </message>
    <message>
        <source>No cue on this stride. C goes to the next one.</source>
        <translation>Tällä askelparilla ei ole vihjettä. C vie seuraavaan.</translation>
    </message>
    <message>
        <source>As it would be: B, what if (key B)</source>
        <translation>Kuten olisi: B, entä jos (näppäin B)</translation>
    </message>
    <message>
        <source>No cue in the whole walk.</source>
        <translation>Koko kävelyssä ei ole yhtään vihjettä.</translation>
    </message>
    <message>
        <source>This walk had no limit, so there are no cues. What if (W) tells what a limit would do.</source>
        <translation>Tällä kävelyllä ei ollut rajaa, joten vihjeitä ei ole. Entä jos (W) kertoo, mitä raja tekisi.</translation>
    </message>
</context>
<context>
    <name>Detail</name>
    <message>
        <source>pain</source>
        <translation>kipu</translation>
    </message>
</context>
<context>
    <name>EntryPage</name>
    <message>
        <source>Pain at rest now</source>
        <translation>Kipu levossa nyt</translation>
    </message>
    <message>
        <source>Pain in usual walking, last days</source>
        <translation>Kipu tavallisessa kävelyssä viime päivinä</translation>
    </message>
    <message>
        <source>Has not walked in the last days, or cannot tell</source>
        <translation>Ei ole kävellyt viime päivinä tai ei osaa sanoa</translation>
    </message>
    <message>
        <source>Any warning sign today?</source>
        <translation>Onko tänään jokin varoitusmerkki?</translation>
    </message>
    <message>
        <source>Ever a hip operation, a hip fracture or a tear where the hamstring begins?</source>
        <translation>Onko joskus ollut lonkkaleikkaus, lonkkamurtuma tai repeämä takareiden lihasten lähtökohdassa?</translation>
    </message>
    <message>
        <source>Cleared for this test since then?</source>
        <translation>Onko sen jälkeen annettu lupa tähän testiin?</translation>
    </message>
    <message>
        <source>May it be a stress fracture?</source>
        <translation>Voiko kyseessä olla rasitusmurtuma?</translation>
    </message>
    <message>
        <source>May the person fall?</source>
        <translation>Onko kaatumisen vaara?</translation>
    </message>
    <message>
        <source>Painkiller, cold or heat in the last hours?</source>
        <translation>Onko viime tunteina käytetty kipulääkettä, kylmää tai lämpöä?</translation>
    </message>
    <message>
        <source>Floor marks</source>
        <translation>Lattiamerkit</translation>
    </message>
    <message>
        <source>Metronome</source>
        <translation>Metronomi</translation>
    </message>
    <message>
        <source>Begin the test</source>
        <translation>Aloita testi</translation>
    </message>
    <message>
        <source>not told</source>
        <translation>ei kerrottu</translation>
    </message>
    <message>
        <source> h</source>
        <translation> h</translation>
    </message>
    <message>
        <source>Hours until a usual flare has settled</source>
        <translation>Montako tuntia tavallinen kipujakso kestää ennen kuin se rauhoittuu</translation>
    </message>
    <message>
        <source>Long-stride test: before it begins</source>
        <translation>Pitkän askeleen testi: ennen aloitusta</translation>
    </message>
    <message>
        <source>You stand beside the person, with a rail or a clear lane. Shoes as usual, sensor on the sore leg.</source>
        <translation>Seisot testattavan vieressä; tuki tai esteetön käytävä on valmiina. Tavalliset kengät, anturi kipeässä jalassa.</translation>
    </message>
    <message>
        <source>The stride is shown by</source>
        <translation>Askelparin pituus näytetään näillä:</translation>
    </message>
    <message>
        <source>Answer every question, then the test can begin.</source>
        <translation>Vastaa jokaiseen kysymykseen, sitten testin voi aloittaa.</translation>
    </message>
    <message>
        <source>No test today.</source>
        <translation>Tänään ei testata.</translation>
    </message>
    <message>
        <source>The test can begin; after pain relief its grade is C.</source>
        <translation>Testin voi aloittaa; kivunlievityksen jälkeen luokka on C.</translation>
    </message>
    <message>
        <source>Nothing speaks against the test.</source>
        <translation>Testille ei ole estettä.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Takaisin</translation>
    </message>
</context>
<context>
    <name>HelpDialog</name>
    <message>
        <source>Help</source>
        <translation>Ohje</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sulje</translation>
    </message>
    <message>
        <source>Which step to make smaller</source>
        <translation>Kumpaa askelta pienennetään</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Näppäimet</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Välilyönti</translation>
    </message>
    <message>
        <source>it hurts: marks the moment, nothing else</source>
        <translation>sattuu: merkitsee hetken, ei muuta</translation>
    </message>
    <message>
        <source>pause, and go on</source>
        <translation>tauko ja jatko</translation>
    </message>
    <message>
        <source>sounds off, and on</source>
        <translation>äänet pois ja päälle</translation>
    </message>
    <message>
        <source>plots and numbers: on a second display, or below the word</source>
        <translation>käyrät ja luvut: toiselle näytölle tai sanan alle</translation>
    </message>
    <message>
        <source>only the large words, and back</source>
        <translation>vain isot sanat ja takaisin</translation>
    </message>
    <message>
        <source>back from the large words; never ends a walk</source>
        <translation>takaisin isoista sanoista; ei koskaan lopeta kävelyä</translation>
    </message>
    <message>
        <source>to the next control; Enter presses it</source>
        <translation>seuraavaan painikkeeseen; Enter painaa sitä</translation>
    </message>
    <message>
        <source>Page keys, B</source>
        <translation>Sivunäppäimet, B</translation>
    </message>
    <message>
        <source>the same, from a wireless presenter</source>
        <translation>sama langattomasta esitysohjaimesta</translation>
    </message>
    <message>
        <source>Ctrl+1, Ctrl+2 …</source>
        <translation>Ctrl+1, Ctrl+2 …</translation>
    </message>
    <message>
        <source>the pages of your home</source>
        <translation>ohjelman sivut</translation>
    </message>
</context>
<context>
    <name>HomeWindow</name>
    <message>
        <source>Understood</source>
        <translation>Selvä</translation>
    </message>
    <message>
        <source>Ctrl+{0}</source>
        <translation>Ctrl+{0}</translation>
    </message>
    <message>
        <source>Help (F1)</source>
        <translation>Ohje (F1)</translation>
    </message>
    <message>
        <source>Change to somebody else</source>
        <translation>Vaihda henkilöä</translation>
    </message>
</context>
<context>
    <name>Keeper</name>
    <message>
        <source>Kept in the walk&apos;s file, beside the one as recorded.</source>
        <translation>Tallennettu kävelyn tiedostoon, alkuperäisen rinnalle.</translation>
    </message>
    <message>
        <source>Write to</source>
        <translation>Kirjoita tiedostoon</translation>
    </message>
    <message>
        <source>Written: {0}</source>
        <translation>Kirjoitettu: {0}</translation>
    </message>
    <message>
        <source>Writing …</source>
        <translation>Kirjoitetaan …</translation>
    </message>
    <message>
        <source>Keep this recording as a walk first; that is under Notes.</source>
        <translation>Tallenna tämä nauhoite ensin kävelynä; se on kohdassa Merkinnät.</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Keys and signs of the replay</source>
        <translation>Toiston näppäimet ja merkit</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sulje</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Välilyönti</translation>
    </message>
    <message>
        <source>play or stop</source>
        <translation>toista tai pysäytä</translation>
    </message>
    <message>
        <source>five seconds back or on</source>
        <translation>viisi sekuntia taakse tai eteen</translation>
    </message>
    <message>
        <source>previous or next stride</source>
        <translation>edellinen tai seuraava askelpari</translation>
    </message>
    <message>
        <source>Shift+C  C</source>
        <translation>Vaihto+C  C</translation>
    </message>
    <message>
        <source>previous or next cue</source>
        <translation>edellinen tai seuraava vihje</translation>
    </message>
    <message>
        <source>the loop begins here, ends here, no loop</source>
        <translation>silmukka alkaa tästä, päättyy tähän, ei silmukkaa</translation>
    </message>
    <message>
        <source>one to eight times as fast</source>
        <translation>nopeus yhdestä kahdeksankertaiseen</translation>
    </message>
    <message>
        <source>slower, faster, as fast as possible</source>
        <translation>hitaammin, nopeammin, niin nopeasti kuin mahdollista</translation>
    </message>
    <message>
        <source>show less or more time</source>
        <translation>näytä vähemmän tai enemmän aikaa</translation>
    </message>
    <message>
        <source>Shift and drag</source>
        <translation>Vaihto ja vedä</translation>
    </message>
    <message>
        <source>on the timeline: a loop</source>
        <translation>aikajanalla: silmukka</translation>
    </message>
    <message>
        <source>Home  End</source>
        <translation>Home  End</translation>
    </message>
    <message>
        <source>start or end of the walk</source>
        <translation>kävelyn alku tai loppu</translation>
    </message>
    <message>
        <source>at the cursor, what if, a new note</source>
        <translation>kohdistimessa, entä jos, uusi merkintä</translation>
    </message>
    <message>
        <source>a cue: the stride was called over the limit</source>
        <translation>vihje: askelparin todettiin ylittävän rajan</translation>
    </message>
    <message>
        <source>a stride within the limit, one that was not judged</source>
        <translation>askelpari rajan sisällä, askelpari jota ei arvioitu</translation>
    </message>
    <message>
        <source>it hurt</source>
        <translation>sattui</translation>
    </message>
    <message>
        <source>samples are missing, or a pause</source>
        <translation>näytteitä puuttuu, tai tauko</translation>
    </message>
    <message>
        <source>top: walking full, standing dotted, resting striped</source>
        <translation>ylhäällä: kävely täysi, seisominen pisteet, lepo raidat</translation>
    </message>
    <message>
        <source>as it was, or as it would be under other settings</source>
        <translation>kuten oli, tai kuten olisi muilla asetuksilla</translation>
    </message>
</context>
<context>
    <name>Leg</name>
    <message>
        <source>The thigh at the cursor</source>
        <translation>Reisi kohdistimen hetkellä</translation>
    </message>
    <message>
        <source>The angle is not known here.</source>
        <translation>Kulmaa ei tiedetä tässä.</translation>
    </message>
</context>
<context>
    <name>LimitControl</name>
    <message>
        <source>My limit</source>
        <translation>Oma rajani</translation>
    </message>
    <message>
        <source>Use my limit</source>
        <translation>Käytä omaa rajaani</translation>
    </message>
    <message>
        <source>Half a degree lower</source>
        <translation>Puoli astetta alemmas</translation>
    </message>
    <message>
        <source>Half a degree higher</source>
        <translation>Puoli astetta ylemmäs</translation>
    </message>
    <message>
        <source>My limit, degrees behind the standing line</source>
        <translation>Oma rajani, astetta seisomalinjan taakse</translation>
    </message>
    <message>
        <source>How far the thigh may go behind your own standing line</source>
        <translation>Kuinka pitkälle reisi saa mennä oman seisomalinjasi taakse</translation>
    </message>
</context>
<context>
    <name>LockGuard</name>
    <message>
        <source>Unlock</source>
        <translation>Avaa lukitus</translation>
    </message>
</context>
<context>
    <name>LongStrideTestWizard</name>
    <message>
        <source>Pain is too high to start. Wait and rate again; {0} left, then the test ends.</source>
        <translation>Kipu on liian kova aloittamiseen. Odota ja arvioi uudelleen; aikaa on {0}, sitten testi päättyy.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Yritä uudelleen</translation>
    </message>
</context>
<context>
    <name>MarksPanel</name>
    <message>
        <source>Notes and pain marks</source>
        <translation>Merkinnät ja kipumerkit</translation>
    </message>
    <message>
        <source>A note</source>
        <translation>Merkintä</translation>
    </message>
    <message>
        <source>What do you see here?</source>
        <translation>Mitä näet tässä?</translation>
    </message>
    <message>
        <source>What the note is about</source>
        <translation>Mitä merkintä koskee</translation>
    </message>
    <message>
        <source>no tag</source>
        <translation>ei tunnistetta</translation>
    </message>
    <message>
        <source>Where the note belongs</source>
        <translation>Mihin merkintä kuuluu</translation>
    </message>
    <message>
        <source>at the cursor</source>
        <translation>kohdistimeen</translation>
    </message>
    <message>
        <source>for the loop</source>
        <translation>silmukkaan</translation>
    </message>
    <message>
        <source>Keep the note</source>
        <translation>Tallenna merkintä</translation>
    </message>
    <message>
        <source>Keep it as a walk …</source>
        <translation>Tallenna kävelynä …</translation>
    </message>
    <message>
        <source>Samples (CSV) …</source>
        <translation>Näytteet (CSV) …</translation>
    </message>
    <message>
        <source>Strides (CSV) …</source>
        <translation>Askelparit (CSV) …</translation>
    </message>
    <message>
        <source>Notes and analyses are kept in walk files (.hipwalk). Keep this recording as a walk first; the file itself stays as it is.</source>
        <translation>Merkinnät ja analyysit säilyvät kävelytiedostoissa (.hipwalk). Tallenna tämä nauhoite ensin kävelynä; tiedosto itse pysyy ennallaan.</translation>
    </message>
    <message>
        <source>Kept.</source>
        <translation>Tallennettu.</translation>
    </message>
    <message>
        <source>The whole walk leaves. Set a loop with [ and ] for a part of it.</source>
        <translation>Viedään koko kävely. Rajaa osa siitä silmukaksi näppäimillä [ ja ].</translation>
    </message>
    <message>
        <source>The loop leaves: {0}</source>
        <translation>Viedään silmukka: {0}</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Vie tiedostoon</translation>
    </message>
</context>
<context>
    <name>NoteForm</name>
    <message>
        <source>From</source>
        <translation>Alkaen</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Päättyen</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Aihe</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Merkintä</translation>
    </message>
    <message>
        <source>What you saw or heard</source>
        <translation>Mitä näit tai kuulit</translation>
    </message>
    <message>
        <source>Keep the note</source>
        <translation>Tallenna merkintä</translation>
    </message>
</context>
<context>
    <name>PausedPage</name>
    <message>
        <source>The test rests</source>
        <translation>Testi on tauolla</translation>
    </message>
    <message>
        <source>Everything until now is kept. A bout that was interrupted is walked again. A wait for the pain to settle runs on.</source>
        <translation>Kaikki tähän asti on tallessa. Kesken jäänyt jakso kävellään uudelleen. Kivun rauhoittumisen odotusaika kuluu myös tauolla.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Jatka</translation>
    </message>
</context>
<context>
    <name>PlacementPhoto</name>
    <message>
        <source>Choose a photo…</source>
        <translation>Valitse valokuva…</translation>
    </message>
    <message>
        <source>A picture file of where the sensor sits</source>
        <translation>Kuvatiedosto anturin paikasta</translation>
    </message>
    <message>
        <source>Remove the photo</source>
        <translation>Poista valokuva</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Kuvat</translation>
    </message>
    <message>
        <source>Choose a photo</source>
        <translation>Valitse valokuva</translation>
    </message>
    <message>
        <source>No photo yet. A photo of the sensor on the thigh shows next time where.</source>
        <translation>Ei vielä valokuvaa. Kuva reiteen kiinnitetystä anturista näyttää paikan ensi kerralla.</translation>
    </message>
    <message>
        <source>Photo of where the sensor sits</source>
        <translation>Valokuva anturin paikasta</translation>
    </message>
</context>
<context>
    <name>ReplayDesk</name>
    <message>
        <source>Opening {0} …</source>
        <translation>Avataan {0} …</translation>
    </message>
    <message>
        <source>Open a walk</source>
        <translation>Avaa kävely</translation>
    </message>
    <message>
        <source>Walks (*.hipwalk *.csv *.gz *.json *.txt *.zip)</source>
        <translation>Kävelyt (*.hipwalk *.csv *.gz *.json *.txt *.zip)</translation>
    </message>
    <message>
        <source>{0} is protected.</source>
        <translation>{0} on suojattu.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sulje</translation>
    </message>
    <message>
        <source>What was stored with the walk is shown; the rest of its samples is not.</source>
        <translation>Kävelyn mukana tallennettu näytetään; loput sen näytteistä eivät näy.</translation>
    </message>
    <message>
        <source>What you tell here counts for this look; the file stays as it is.</source>
        <translation>Tässä kerrottu koskee vain tätä katselua; tiedosto pysyy ennallaan.</translation>
    </message>
    <message>
        <source>Save what can be read …</source>
        <translation>Pelasta luettavissa oleva …</translation>
    </message>
    <message>
        <source>Seconds of the walk that are in it: {0}. What could not be read is left out.</source>
        <translation>Siinä on kävelyä sekunteina: {0}. Se, mitä ei voitu lukea, on jätetty pois.</translation>
    </message>
    <message>
        <source>Saved as {0}</source>
        <translation>Tallennettu nimellä {0}</translation>
    </message>
    <message>
        <source>Nothing could be saved of {0}.</source>
        <translation>Tiedostosta {0} ei voitu pelastaa mitään.</translation>
    </message>
    <message>
        <source>Saving what can be read of {0} …</source>
        <translation>Pelastetaan, mitä tiedostosta {0} voi lukea …</translation>
    </message>
</context>
<context>
    <name>ReplayView</name>
    <message>
        <source>Tell …</source>
        <translation>Kerro …</translation>
    </message>
    <message>
        <source>Open …</source>
        <translation>Avaa …</translation>
    </message>
    <message>
        <source>Keys (H)</source>
        <translation>Näppäimet (H)</translation>
    </message>
    <message>
        <source>Reading: %p %</source>
        <translation>Luetaan: %p %</translation>
    </message>
    <message>
        <source>Reading the samples</source>
        <translation>Luetaan näytteitä</translation>
    </message>
    <message>
        <source>Enough</source>
        <translation>Riittää</translation>
    </message>
    <message>
        <source>Stop reading; what was stored stays</source>
        <translation>Lopeta lukeminen; tallennettu säilyy</translation>
    </message>
    <message>
        <source>At the cursor</source>
        <translation>Kohdistimessa</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>Entä jos</translation>
    </message>
    <message>
        <source>Timeline of the walk</source>
        <translation>Kävelyn aikajana</translation>
    </message>
    <message>
        <source>Thigh angle around the cursor</source>
        <translation>Reiden kulma kohdistimen ympärillä</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Merkinnät</translation>
    </message>
    <message>
        <source>Click to go there; drag with Shift for a loop</source>
        <translation>Napsauta siirtyäksesi; vedä vaihto pohjassa silmukaksi</translation>
    </message>
</context>
<context>
    <name>ReplayWindow</name>
    <message>
        <source>Replay – {0}</source>
        <translation>Toisto – {0}</translation>
    </message>
</context>
<context>
    <name>ReportPage</name>
    <message>
        <source>Looking through the walks of these days</source>
        <translation>Käydään läpi näiden päivien kävelyt</translation>
    </message>
    <message>
        <source>Not made. Choose the days again to make it.</source>
        <translation>Raporttia ei tehty. Valitse päivät uudelleen, niin se tehdään.</translation>
    </message>
    <message>
        <source>Files that could not be read, and are not in the report: {0}</source>
        <translation>Tiedostot, joita ei voitu lukea eikä ole raportissa: {0}</translation>
    </message>
    <message>
        <source>Saved: {0}. It is not encrypted.</source>
        <translation>Tallennettu: {0}. Tiedostoa ei ole salattu.</translation>
    </message>
    <message>
        <source>The note is on the clipboard.</source>
        <translation>Merkintä on leikepöydällä.</translation>
    </message>
</context>
<context>
    <name>ReportView</name>
    <message>
        <source>Report</source>
        <translation>Raportti</translation>
    </message>
    <message>
        <source>Without names</source>
        <translation>Ilman nimiä</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Tallenna PDF</translation>
    </message>
    <message>
        <source>Save as a web page</source>
        <translation>Tallenna verkkosivuna</translation>
    </message>
    <message>
        <source>Save the data (CSV)</source>
        <translation>Tallenna tiedot (CSV)</translation>
    </message>
    <message>
        <source>Copy as a note</source>
        <translation>Kopioi merkintänä</translation>
    </message>
</context>
<context>
    <name>ResultPage</name>
    <message>
        <source>Keep the result</source>
        <translation>Tallenna tulos</translation>
    </message>
    <message>
        <source>Result of the long-stride test</source>
        <translation>Pitkän askeleen testin tulos</translation>
    </message>
    <message>
        <source>Correct the last rating</source>
        <translation>Korjaa edellinen arvio</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Looking through the walks of these days</source>
        <translation>Käydään läpi näiden päivien kävelyt</translation>
    </message>
    <message>
        <source>Looking at the walk</source>
        <translation>Käydään läpi kävely</translation>
    </message>
    <message>
        <source>Looking at the walks</source>
        <translation>Käydään läpi kävelyt</translation>
    </message>
    <message>
        <source>{0} ({1})</source>
        <translation>{0} ({1})</translation>
    </message>
    <message>
        <source>Keeping the note</source>
        <translation>Tallennetaan merkintä</translation>
    </message>
</context>
<context>
    <name>ReviewView</name>
    <message>
        <source>Review</source>
        <translation>Katsaus</translation>
    </message>
    <message>
        <source>⚠ Look here first</source>
        <translation>⚠ Katso tämä ensin</translation>
    </message>
    <message>
        <source>Files that could not be read: {0}</source>
        <translation>Tiedostot, joita ei voitu lukea: {0}</translation>
    </message>
</context>
<context>
    <name>SignsForm</name>
    <message>
        <source>None of these</source>
        <translation>Ei mitään näistä</translation>
    </message>
</context>
<context>
    <name>SpanChoice</name>
    <message>
        <source>{0} weeks</source>
        <translation>{0} viikkoa</translation>
    </message>
    <message>
        <source>Since the last visit</source>
        <translation>Viime käynnistä</translation>
    </message>
    <message>
        <source>Since another day</source>
        <translation>Muusta päivästä</translation>
    </message>
    <message>
        <source>Span</source>
        <translation>Aikaväli</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Ensimmäinen päivä</translation>
    </message>
    <message>
        <source>No visit of a physiotherapist is kept yet.</source>
        <translation>Fysioterapeutin käyntiä ei ole vielä tallennettu.</translation>
    </message>
    <message>
        <source>Last visit: {0}, {1}</source>
        <translation>Viime käynti: {0}, {1}</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Look at a recorded walk</source>
        <translation>Katso tallennettua kävelyä</translation>
    </message>
    <message>
        <source>Open a walk, or drop its file anywhere in this window: walks of Hip Coach (.hipwalk), walk tables (.csv), and what the apps of sensors and phones export.</source>
        <translation>Avaa kävely tai pudota sen tiedosto mihin tahansa tähän ikkunaan: Hip Coachin kävelyt (.hipwalk), kävelytaulukot (.csv) sekä anturien ja puhelinten sovellusten viemät tiedostot.</translation>
    </message>
    <message>
        <source>Open a walk …</source>
        <translation>Avaa kävely …</translation>
    </message>
    <message>
        <source>Replayed last</source>
        <translation>Viimeksi katsotut</translation>
    </message>
    <message>
        <source>Your walks</source>
        <translation>Omat kävelyt</translation>
    </message>
    <message>
        <source>Forget this list</source>
        <translation>Unohda tämä luettelo</translation>
    </message>
</context>
<context>
    <name>StopBar</name>
    <message>
        <source>STOP (S)</source>
        <translation>SEIS (S)</translation>
    </message>
    <message>
        <source>Pause (P)</source>
        <translation>Tauko (P)</translation>
    </message>
    <message>
        <source>Only the patient&apos;s words (F11)</source>
        <translation>Vain potilaan sanat (F11)</translation>
    </message>
    <message>
        <source>Stop the test at once; key S</source>
        <translation>Keskeytä testi heti; näppäin S</translation>
    </message>
    <message>
        <source>Go on (P)</source>
        <translation>Jatka (P)</translation>
    </message>
</context>
<context>
    <name>StoppedPage</name>
    <message>
        <source>Stopped. Was there a warning sign?</source>
        <translation>Keskeytetty. Oliko jokin varoitusmerkki?</translation>
    </message>
    <message>
        <source>Such as new numbness or weakness, tingling below the knee, bladder or bowel trouble, chest pain, or no weight on the leg.</source>
        <translation>Esimerkiksi uusi tunnottomuus tai heikkous, pistely polven alapuolella, virtsaamisen tai ulostamisen häiriö, rintakipu tai se, ettei jalalle voi varata.</translation>
    </message>
    <message>
        <source>No warning sign</source>
        <translation>Ei varoitusmerkkiä</translation>
    </message>
    <message>
        <source>A warning sign</source>
        <translation>Varoitusmerkki</translation>
    </message>
</context>
<context>
    <name>SummaryPanel</name>
    <message>
        <source>Look at the whole walk</source>
        <translation>Katso koko kävely</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sulje</translation>
    </message>
    <message>
        <source>This walk was not kept.</source>
        <translation>Tätä kävelyä ei tallennettu.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Tiedosto</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Aika</translation>
    </message>
    <message>
        <source>Strides</source>
        <translation>Askelparit</translation>
    </message>
    <message>
        <source>Over the limit</source>
        <translation>Rajan yli</translation>
    </message>
    <message>
        <source>Cues</source>
        <translation>Vihjeet</translation>
    </message>
    <message>
        <source>Pain marks</source>
        <translation>Kipumerkit</translation>
    </message>
    <message>
        <source>Gaps in the data</source>
        <translation>Katkot tiedoissa</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>ei mitattu</translation>
    </message>
    <message>
        <source>Hip extension, measured at the thigh (median)</source>
        <translation>Lonkan ojennus reidestä mitattuna (mediaani)</translation>
    </message>
    <message>
        <source>Stride length (mean)</source>
        <translation>Askelparin pituus (keskiarvo)</translation>
    </message>
</context>
<context>
    <name>ThresholdView</name>
    <message>
        <source>Limit, degrees behind the standing line</source>
        <translation>Raja, astetta seisomalinjan taakse</translation>
    </message>
    <message>
        <source>Weeks until the limit expires</source>
        <translation>Viikkoja rajan vanhenemiseen</translation>
    </message>
    <message>
        <source>Why this limit</source>
        <translation>Miksi tämä raja</translation>
    </message>
    <message>
        <source>Set this limit</source>
        <translation>Aseta tämä raja</translation>
    </message>
    <message>
        <source>Set and lock</source>
        <translation>Aseta ja lukitse</translation>
    </message>
    <message>
        <source>● comfortable bout   ▲ painful bout   × does not count   ticks: strides   band and bar: 95 %   dashed: limit</source>
        <translation>● mukava jakso   ▲ kivulias jakso   × ei lasketa   viivat: askelparit   vyöhyke ja palkki: 95 %   katkoviiva: raja</translation>
    </message>
    <message>
        <source>Nothing changes until you set it below.</source>
        <translation>Mikään ei muutu, ennen kuin asetat sen alla.</translation>
    </message>
    <message>
        <source>Take it over</source>
        <translation>Ota käyttöön alla</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Jätä ennalleen</translation>
    </message>
    <message>
        <source>Why another limit than the proposed one</source>
        <translation>Miksi muu raja kuin ehdotettu</translation>
    </message>
    <message>
        <source>Chance of own pain against thigh extension</source>
        <translation>Oman kivun todennäköisyys reiden ojennuksen mukaan</translation>
    </message>
    <message>
        <source>Where pain begins</source>
        <translation>Missä kipu alkaa</translation>
    </message>
    <message>
        <source>The threshold in words, and every bout</source>
        <translation>Kipukynnys sanoina ja jokainen jakso</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Raja</translation>
    </message>
    <message>
        <source>Weeks valid</source>
        <translation>Voimassa, viikkoa</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Perustelu</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Takaisin</translation>
    </message>
    <message>
        <source>This was practice: a limit cannot be set from a simulated walker. Nothing of it is kept.</source>
        <translation>Tämä oli harjoittelua: simuloidun kävelijän perusteella ei voi asettaa rajaa. Mitään ei tallennettu.</translation>
    </message>
    <message>
        <source>Why this limit: the test proposes none</source>
        <translation>Miksi tämä raja: testi ei ehdota mitään</translation>
    </message>
</context>
<context>
    <name>Transport</name>
    <message>
        <source>Play</source>
        <translation>Toista</translation>
    </message>
    <message>
        <source>Play or stop; Space</source>
        <translation>Toista tai pysäytä; välilyönti</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Nopeus</translation>
    </message>
    <message>
        <source>1 to 8 times: the keys 1 to 8; slower and faster: S and F</source>
        <translation>1–8-kertainen: näppäimet 1–8; hitaammin ja nopeammin: S ja F</translation>
    </message>
    <message>
        <source>Sound of the cues</source>
        <translation>Vihjeiden ääni</translation>
    </message>
    <message>
        <source>Silent</source>
        <translation>Äänetön</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Pysäytä</translation>
    </message>
    <message>
        <source>Five seconds back; ←</source>
        <translation>Viisi sekuntia taakse; ←</translation>
    </message>
    <message>
        <source>Five seconds on; →</source>
        <translation>Viisi sekuntia eteen; →</translation>
    </message>
    <message>
        <source>◂ Stride</source>
        <translation>◂ Askelpari</translation>
    </message>
    <message>
        <source>Previous stride; comma</source>
        <translation>Edellinen askelpari; pilkku</translation>
    </message>
    <message>
        <source>Stride ▸</source>
        <translation>Askelpari ▸</translation>
    </message>
    <message>
        <source>Next stride; full stop</source>
        <translation>Seuraava askelpari; piste</translation>
    </message>
    <message>
        <source>◂ Cue</source>
        <translation>◂ Vihje</translation>
    </message>
    <message>
        <source>Previous cue; Shift+C</source>
        <translation>Edellinen vihje; vaihto+C</translation>
    </message>
    <message>
        <source>Cue ▸</source>
        <translation>Vihje ▸</translation>
    </message>
    <message>
        <source>Next cue; C</source>
        <translation>Seuraava vihje; C</translation>
    </message>
    <message>
        <source>The loop begins at the cursor; [</source>
        <translation>Silmukka alkaa kohdistimesta; [</translation>
    </message>
    <message>
        <source>The loop ends at the cursor; ]</source>
        <translation>Silmukka päättyy kohdistimeen; ]</translation>
    </message>
    <message>
        <source>Play on without a loop; L</source>
        <translation>Toista ilman silmukkaa; L</translation>
    </message>
    <message>
        <source>Show less time, larger; +</source>
        <translation>Näytä vähemmän aikaa suurempana; +</translation>
    </message>
    <message>
        <source>Show more time; −</source>
        <translation>Näytä enemmän aikaa; −</translation>
    </message>
    <message>
        <source>Sound as it was</source>
        <translation>Ääni kuten oli</translation>
    </message>
    <message>
        <source>Sound as it would be</source>
        <translation>Ääni kuten olisi</translation>
    </message>
</context>
<context>
    <name>TrendsView</name>
    <message>
        <source>How it goes</source>
        <translation>Miten menee</translation>
    </message>
    <message>
        <source>Span</source>
        <translation>Aikaväli</translation>
    </message>
    <message>
        <source>Trends as a table</source>
        <translation>Kehitys taulukkona</translation>
    </message>
    <message>
        <source>Show charts</source>
        <translation>Näytä kuvaajat</translation>
    </message>
    <message>
        <source>Show a table</source>
        <translation>Näytä taulukko</translation>
    </message>
</context>
<context>
    <name>UnlockDialog</name>
    <message>
        <source>Unlock your walks</source>
        <translation>Avaa kävelyjesi lukitus</translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation>&amp;Salalause</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Salalause</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Avaa lukitus</translation>
    </message>
    <message>
        <source>{0} is protected.</source>
        <translation>{0} on suojattu.</translation>
    </message>
</context>
<context>
    <name>WalkDetails</name>
    <message>
        <source>What is this?</source>
        <translation>Mikä tämä on?</translation>
    </message>
    <message>
        <source>Below the big word</source>
        <translation>Ison sanan alle</translation>
    </message>
    <message>
        <source>Live thigh angle</source>
        <translation>Reiden kulma nyt</translation>
    </message>
    <message>
        <source>Stride length of the last strides</source>
        <translation>Viimeisten askelparien pituus</translation>
    </message>
    <message>
        <source>In its own window</source>
        <translation>Omaan ikkunaan</translation>
    </message>
</context>
<context>
    <name>WalkList</name>
    <message>
        <source>Show only walks</source>
        <translation>Näytä vain kävelyt</translation>
    </message>
    <message>
        <source>Walks, the newest first</source>
        <translation>Kävelyt, uusin ensin</translation>
    </message>
    <message>
        <source>Look at this walk</source>
        <translation>Katso tätä kävelyä</translation>
    </message>
    <message>
        <source>Compare the ticked walks</source>
        <translation>Vertaa valittuja kävelyjä</translation>
    </message>
    <message>
        <source>ticked</source>
        <translation>valittu</translation>
    </message>
    <message>
        <source>not ticked</source>
        <translation>ei valittu</translation>
    </message>
</context>
<context>
    <name>WalkPage</name>
    <message>
        <source>Live thigh angle</source>
        <translation>Reiden kulma nyt</translation>
    </message>
    <message>
        <source>They stand: rate the pain</source>
        <translation>Seisoo: arvioi kipu</translation>
    </message>
    <message>
        <source>No stride has counted yet</source>
        <translation>Yhtään askelparia ei ole vielä laskettu</translation>
    </message>
    <message>
        <source>target {0}</source>
        <translation>tavoite {0}</translation>
    </message>
    <message>
        <source>{0}: enough, they may stand</source>
        <translation>{0}: riittää, saa pysähtyä</translation>
    </message>
    <message>
        <source>Last stride {0}, mean {1}</source>
        <translation>Viimeisin askelpari {0}, keskiarvo {1}</translation>
    </message>
    <message>
        <source>Long strides in this test: {0} of at most 80</source>
        <translation>Pitkiä askelpareja tässä testissä: {0}, enintään 80</translation>
    </message>
    <message>
        <source>Strides of this bout</source>
        <translation>Tämän jakson askelparit</translation>
    </message>
</context>
<context>
    <name>WalkPanel</name>
    <message>
        <source>Back to the review</source>
        <translation>Takaisin katsaukseen</translation>
    </message>
    <message>
        <source>This walk</source>
        <translation>Tämä kävely</translation>
    </message>
    <message>
        <source>How the thigh moved</source>
        <translation>Miten reisi liikkui</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Merkinnät</translation>
    </message>
    <message>
        <source>Walk of {0}</source>
        <translation>Kävely {0}</translation>
    </message>
    <message>
        <source>Caveats: {0}.</source>
        <translation>Varaukset: {0}.</translation>
    </message>
    <message>
        <source>No caveats.</source>
        <translation>Ei varauksia.</translation>
    </message>
    <message>
        <source>Strides over time</source>
        <translation>Askelparit ajassa</translation>
    </message>
</context>
<context>
    <name>WalkView</name>
    <message>
        <source>Understood</source>
        <translation>Selvä</translation>
    </message>
    <message>
        <source>Numbers and plots</source>
        <translation>Luvut ja kuvaajat</translation>
    </message>
</context>
<context>
    <name>WalkWindow</name>
    <message>
        <source>Close</source>
        <translation>Sulje</translation>
    </message>
</context>
<context>
    <name>WhatIfPanel</name>
    <message>
        <source>What if</source>
        <translation>Entä jos</translation>
    </message>
    <message>
        <source>These settings</source>
        <translation>Nämä asetukset</translation>
    </message>
    <message>
        <source>The samples are being gone through; the answer follows.</source>
        <translation>Näytteitä käydään läpi; vastaus tulee sitten.</translation>
    </message>
    <message>
        <source>Without a limit.</source>
        <translation>Ilman rajaa.</translation>
    </message>
    <message>
        <source>As recorded there were {0} cues.</source>
        <translation>Tallennettuna vihjeitä oli {0}.</translation>
    </message>
    <message>
        <source>Limit in degrees</source>
        <translation>Raja asteina</translation>
    </message>
    <message>
        <source>Limit in metres</source>
        <translation>Raja metreinä</translation>
    </message>
    <message>
        <source>Dead band in degrees</source>
        <translation>Kuollut alue asteina</translation>
    </message>
    <message>
        <source>Dead band in metres</source>
        <translation>Kuollut alue metreinä</translation>
    </message>
    <message>
        <source>Standing line further in front</source>
        <translation>Seisomalinja edempänä</translation>
    </message>
    <message>
        <source>Leg length</source>
        <translation>Jalan pituus</translation>
    </message>
    <message>
        <source>as in the file</source>
        <translation>kuten tiedostossa</translation>
    </message>
    <message>
        <source>Distance walked in the loop</source>
        <translation>Silmukassa kävelty matka</translation>
    </message>
    <message>
        <source>The person stands in the loop</source>
        <translation>Silmukassa seistään</translation>
    </message>
    <message>
        <source>Walked in the loop</source>
        <translation>Kävelty silmukassa</translation>
    </message>
    <message>
        <source>◂ Change</source>
        <translation>◂ Muutos</translation>
    </message>
    <message>
        <source>Change ▸</source>
        <translation>Muutos ▸</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Tallenna</translation>
    </message>
    <message>
        <source>Analyses kept earlier</source>
        <translation>Aiemmin tallennetut analyysit</translation>
    </message>
    <message>
        <source>More settings</source>
        <translation>Lisää asetuksia</translation>
    </message>
    <message>
        <source>Dead band</source>
        <translation>Kuollut alue</translation>
    </message>
    <message>
        <source>Dead band of the length</source>
        <translation>Pituuden kuollut alue</translation>
    </message>
    <message>
        <source>Standing line further in front by</source>
        <translation>Seisomalinja edempänä</translation>
    </message>
    <message>
        <source>Known distance</source>
        <translation>Tunnettu matka</translation>
    </message>
    <message>
        <source>Judge these strides too</source>
        <translation>Arvioi nämäkin askelparit</translation>
    </message>
    <message>
        <source>Back to recorded</source>
        <translation>Palauta tallennettu</translation>
    </message>
    <message>
        <source>Again by this version</source>
        <translation>Uudelleen tällä versiolla</translation>
    </message>
</context>
<context>
    <name>YesNo</name>
    <message>
        <source>Yes</source>
        <translation>Kyllä</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Ei</translation>
    </message>
</context>
<context>
    <name>account</name>
    <message>
        <source>My PIN and words</source>
        <translation>PIN ja sanani</translation>
    </message>
    <message>
        <source>My six words</source>
        <translation>Kuusi sanaani</translation>
    </message>
    <message>
        <source>They stand for your signing key. Read them to a patient once, by voice: the patient&apos;s program shows the same six words when it takes your first prescription. A prescription signed by anybody else shows other words.</source>
        <translation>Ne vastaavat allekirjoitusavaintasi. Lue ne potilaalle kerran ääneen: potilaan ohjelma näyttää samat kuusi sanaa, kun se ottaa vastaan ensimmäisen ohjeesi. Jonkun muun allekirjoittama ohje näyttää muut sanat.</translation>
    </message>
    <message>
        <source>Remove {0}</source>
        <translation>Poista {0}</translation>
    </message>
    <message>
        <source>Another PIN</source>
        <translation>Toinen PIN</translation>
    </message>
    <message>
        <source>New PIN</source>
        <translation>Uusi PIN</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>Sama uudelleen</translation>
    </message>
    <message>
        <source>Change my PIN</source>
        <translation>Vaihda PIN</translation>
    </message>
    <message>
        <source>Colleagues on this computer</source>
        <translation>Kollegat tällä tietokoneella</translation>
    </message>
    <message>
        <source>Their name</source>
        <translation>Kollegan nimi</translation>
    </message>
    <message>
        <source>Their PIN, which they enter</source>
        <translation>Kollegan PIN, jonka hän itse antaa</translation>
    </message>
    <message>
        <source>Add a colleague</source>
        <translation>Lisää kollega</translation>
    </message>
    <message>
        <source>The two PINs differ. Enter them again.</source>
        <translation>PINit eivät ole samat. Anna ne uudelleen.</translation>
    </message>
    <message>
        <source>Your PIN is changed. Your six words stay the same.</source>
        <translation>PIN on vaihdettu. Kuusi sanaasi pysyvät samoina.</translation>
    </message>
    <message>
        <source>{0} has a PIN here now.</source>
        <translation>{0}: PIN on nyt käytössä täällä.</translation>
    </message>
    <message>
        <source>{0} has no PIN here any more.</source>
        <translation>{0}: PINiä ei ole enää täällä.</translation>
    </message>
    <message>
        <source>Take the PIN of {0} away?</source>
        <translation>Poistetaanko PIN ({0})?</translation>
    </message>
    <message>
        <source>What they set stays, and stays signed by them.</source>
        <translation>Hänen asettamansa pysyy, ja se pysyy hänen allekirjoittamanaan.</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Säilytä</translation>
    </message>
    <message>
        <source>Take it away</source>
        <translation>Poista</translation>
    </message>
</context>
<context>
    <name>area</name>
    <message>
        <source>People</source>
        <translation>Henkilöt</translation>
    </message>
    <message>
        <source>Intake</source>
        <translation>Alkututkimus</translation>
    </message>
    <message>
        <source>My PIN and words</source>
        <translation>Oma PIN</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Lukitse</translation>
    </message>
    <message>
        <source>Close the physiotherapist&apos;s area</source>
        <translation>Sulje fysioterapeutin alue</translation>
    </message>
    <message>
        <source>Long-stride test</source>
        <translation>Askeltesti</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Raja</translation>
    </message>
    <message>
        <source>Prescription</source>
        <translation>Hoito-ohje</translation>
    </message>
    <message>
        <source>Trail</source>
        <translation>Muutosloki</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Raportti</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Katsaus</translation>
    </message>
    <message>
        <source>Something of {0} was changed from outside this program.</source>
        <translation>Jotain henkilön {0} tiedoista on muutettu ohjelman ulkopuolelta.</translation>
    </message>
    <message>
        <source>Limits or permissions may not be what you set. Look before you go on.</source>
        <translation>Rajat tai luvat eivät ehkä ole ne, jotka asetit. Katso ennen kuin jatkat.</translation>
    </message>
    <message>
        <source>Look at the trail</source>
        <translation>Katso muutosloki</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Myöhemmin</translation>
    </message>
</context>
<context>
    <name>audit</name>
    <message>
        <source>Trail</source>
        <translation>Muutosloki</translation>
    </message>
    <message>
        <source>Is it as it was set?</source>
        <translation>Onko kaikki niin kuin asetettiin?</translation>
    </message>
    <message>
        <source>Who set what, and why</source>
        <translation>Kuka asetti mitä ja miksi</translation>
    </message>
    <message>
        <source>✓ Every entry is as it was set.</source>
        <translation>✓ Jokainen merkintä on niin kuin se asetettiin.</translation>
    </message>
    <message>
        <source>✗ Something was changed from outside this program.</source>
        <translation>✗ Jotain on muutettu tämän ohjelman ulkopuolelta.</translation>
    </message>
    <message>
        <source>{0} entries, {1} signed by a physiotherapist. Mark of the newest: {2}</source>
        <translation>Merkintöjä {0}, fysioterapeutin allekirjoittamia {1}. Uusimman tunniste: {2}</translation>
    </message>
    <message>
        <source>{0} entries are older than the trail.</source>
        <translation>Muutoslokia vanhempia merkintöjä: {0}.</translation>
    </message>
    <message>
        <source>Not seen here: newest entries that were taken away together with their marks. Compare the mark with the one on your last report.</source>
        <translation>Tässä ei näy, jos uusimmat merkinnät on poistettu tunnisteineen. Vertaa tunnistetta edellisen raporttisi tunnisteeseen.</translation>
    </message>
    <message>
        <source>Nothing yet.</source>
        <translation>Ei vielä mitään.</translation>
    </message>
    <message>
        <source>Intake</source>
        <translation>Alkututkimus</translation>
    </message>
    <message>
        <source>Goals</source>
        <translation>Tavoitteet</translation>
    </message>
    <message>
        <source>What the plan may do</source>
        <translation>Mitä suunnitelma saa tehdä</translation>
    </message>
    <message>
        <source>Prescription given</source>
        <translation>Ohje annettu</translation>
    </message>
    <message>
        <source>Six words compared</source>
        <translation>Kuusi sanaa verrattu</translation>
    </message>
    <message>
        <source>Prescription taken</source>
        <translation>Ohje otettu vastaan</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>ei rajaa</translation>
    </message>
    <message>
        <source>Limit, {0}: {1}</source>
        <translation>Raja, {0}: {1}</translation>
    </message>
    <message>
        <source>the person</source>
        <translation>henkilö itse</translation>
    </message>
    <message>
        <source>the program</source>
        <translation>ohjelma</translation>
    </message>
    <message>
        <source>Long-stride test</source>
        <translation>Pitkän askeleen testi</translation>
    </message>
    <message>
        <source>{0} has signed with {1} keys here: one for each time a PIN was made anew.</source>
        <translation>{0} on allekirjoittanut täällä {1} avaimella: yksi jokaista uudelleen tehtyä PINiä kohti.</translation>
    </message>
</context>
<context>
    <name>body</name>
    <message>
        <source>Picture of the body</source>
        <translation>Kehon kuva</translation>
    </message>
    <message>
        <source>from behind</source>
        <translation>takaa</translation>
    </message>
    <message>
        <source>from the front</source>
        <translation>edestä</translation>
    </message>
    <message>
        <source>left</source>
        <translation>vasen</translation>
    </message>
    <message>
        <source>right</source>
        <translation>oikea</translation>
    </message>
</context>
<context>
    <name>care</name>
    <message>
        <source>{0}, by a file</source>
        <translation>{0}, tiedostosta</translation>
    </message>
    <message>
        <source>left</source>
        <translation>vasen</translation>
    </message>
    <message>
        <source>right</source>
        <translation>oikea</translation>
    </message>
    <message>
        <source>No recorded walk today</source>
        <translation>Tänään ei tallennettua kävelyä</translation>
    </message>
    <message>
        <source>Up to {0} minutes, until pain rises by one</source>
        <translation>Enintään {0} minuuttia, kunnes kipu nousee yhdellä</translation>
    </message>
    <message>
        <source>{0} minutes at {1} pace</source>
        <translation>{0} minuuttia, vauhti: {1}</translation>
    </message>
</context>
<context>
    <name>continue</name>
    <message>
        <source>Continue this walk?</source>
        <translation>Jatketaanko tätä kävelyä?</translation>
    </message>
    <message>
        <source>A walk of {0} was cut off {1} min ago. What was kept of it is safe either way.</source>
        <translation>Kävely ({0}) katkesi {1} min sitten. Kaikki siitä tallennettu on tallessa kummassakin tapauksessa.</translation>
    </message>
    <message>
        <source>Continue this walk</source>
        <translation>Jatka tätä kävelyä</translation>
    </message>
    <message>
        <source>Begin a new walk</source>
        <translation>Aloita uusi kävely</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>Selvä</translation>
    </message>
</context>
<context>
    <name>country</name>
    <message>
        <source>Finland</source>
        <translation>Suomi</translation>
    </message>
    <message>
        <source>Sweden</source>
        <translation>Ruotsi</translation>
    </message>
    <message>
        <source>Norway</source>
        <translation>Norja</translation>
    </message>
    <message>
        <source>Denmark</source>
        <translation>Tanska</translation>
    </message>
    <message>
        <source>Estonia</source>
        <translation>Viro</translation>
    </message>
    <message>
        <source>Germany</source>
        <translation>Saksa</translation>
    </message>
    <message>
        <source>United Kingdom</source>
        <translation>Iso-Britannia</translation>
    </message>
    <message>
        <source>Ireland</source>
        <translation>Irlanti</translation>
    </message>
    <message>
        <source>United States</source>
        <translation>Yhdysvallat</translation>
    </message>
    <message>
        <source>Canada</source>
        <translation>Kanada</translation>
    </message>
    <message>
        <source>Australia</source>
        <translation>Australia</translation>
    </message>
    <message>
        <source>New Zealand</source>
        <translation>Uusi-Seelanti</translation>
    </message>
</context>
<context>
    <name>data</name>
    <message>
        <source>Your data</source>
        <translation>Tietosi</translation>
    </message>
    <message>
        <source>Without names, remarks and true days</source>
        <translation>Ilman nimiä, huomautuksia ja oikeita päiviä</translation>
    </message>
    <message>
        <source>Take everything along</source>
        <translation>Ota kaikki mukaan</translation>
    </message>
    <message>
        <source>Take everything along as one file…</source>
        <translation>Ota kaikki mukaan yhtenä tiedostona…</translation>
    </message>
    <message>
        <source>Choose or change the passphrase…</source>
        <translation>Valitse tai vaihda salalause…</translation>
    </message>
    <message>
        <source>Delete everything about me…</source>
        <translation>Poista kaikki tietoni…</translation>
    </message>
    <message>
        <source>Stopped. Nothing is left half-made.</source>
        <translation>Keskeytetty. Mitään ei jäänyt puolitiehen.</translation>
    </message>
    <message>
        <source>Everything is in {0}.</source>
        <translation>Kaikki on kansiossa {0}.</translation>
    </message>
    <message>
        <source>Written: {0}. It is not encrypted; keep it where only you can read it.</source>
        <translation>Kirjoitettu: {0}. Sitä ei ole salattu; säilytä se paikassa, jossa vain sinä voit lukea sen.</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Kirjoitetaan</translation>
    </message>
    <message>
        <source>Your walks are protected by this passphrase.</source>
        <translation>Tämä salalause suojaa kävelysi.</translation>
    </message>
    <message>
        <source>Protecting</source>
        <translation>Suojataan</translation>
    </message>
    <message>
        <source>These could not be brought under it: {0}</source>
        <translation>Näitä ei voitu suojata sillä: {0}</translation>
    </message>
    <message>
        <source>Your passphrase</source>
        <translation>Salalauseesi</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>Uusi salalause</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>Sama uudelleen</translation>
    </message>
    <message>
        <source>Protect with this</source>
        <translation>Suojaa tällä</translation>
    </message>
    <message>
        <source>At least ten characters. It opens your walks on any computer; without it and without this computer nobody can read them. Write it down and keep it somewhere safe.</source>
        <translation>Vähintään kymmenen merkkiä. Se avaa kävelysi millä tahansa tietokoneella; ilman sitä ja ilman tätä tietokonetta kukaan ei voi lukea niitä. Kirjoita se muistiin ja säilytä turvallisesti.</translation>
    </message>
    <message>
        <source>Too short.</source>
        <translation>Liian lyhyt.</translation>
    </message>
    <message>
        <source>These two differ.</source>
        <translation>Nämä kaksi eroavat.</translation>
    </message>
    <message>
        <source>Delete everything about me</source>
        <translation>Poista kaikki tietoni</translation>
    </message>
    <message>
        <source>Files that will be deleted</source>
        <translation>Poistettavat tiedostot</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Nimesi</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>Poista lopullisesti</translation>
    </message>
    <message>
        <source>These files, and all that was told, chosen and planned, are deleted for good. Copies and backups elsewhere are yours to delete.</source>
        <translation>Nämä tiedostot ja kaikki kerrottu, valittu ja suunniteltu poistetaan lopullisesti. Muualla olevat kopiot ja varmuuskopiot sinun on poistettava itse.</translation>
    </message>
    <message>
        <source>To be sure, type the name: {0}</source>
        <translation>Varmista kirjoittamalla nimi: {0}</translation>
    </message>
    <message>
        <source>It is encrypted.</source>
        <translation>Se on salattu.</translation>
    </message>
    <message>
        <source>It is not encrypted: anybody who uses this computer under your name can read it. A passphrase changes that.</source>
        <translation>Sitä ei ole salattu: kuka tahansa, joka käyttää konetta sinun tunnuksellasi, voi lukea sen. Salalause muuttaa tämän.</translation>
    </message>
</context>
<context>
    <name>details</name>
    <message>
        <source>Details of the walk</source>
        <translation>Kävely tarkemmin</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>Something in Hip Coach went wrong.</source>
        <translation>Hip Coachissa meni jotakin vikaan.</translation>
    </message>
    <message>
        <source>The walk has ended here; what was kept until now is safe.</source>
        <translation>Kävely päättyi tähän; tähän asti tallennettu on tallessa.</translation>
    </message>
    <message>
        <source>Close the window and start again.</source>
        <translation>Sulje ikkuna ja aloita uudelleen.</translation>
    </message>
</context>
<context>
    <name>exercise</name>
    <message>
        <source>It tingles or runs down the leg (X)</source>
        <translation>Pistelee tai säteilee jalkaan (X)</translation>
    </message>
    <message>
        <source>Another spot</source>
        <translation>Toinen kohta</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Valmis</translation>
    </message>
    <message>
        <source>Lean in. How sore is the pressing at first?</source>
        <translation>Nojaa palloon. Kuinka arka kohta on aluksi?</translation>
    </message>
    <message>
        <source>And now? Tell it again whenever it changes.</source>
        <translation>Entä nyt? Kerro uudelleen aina, kun tuntemus muuttuu.</translation>
    </message>
    <message>
        <source>Before you begin</source>
        <translation>Ennen aloitusta</translation>
    </message>
    <message>
        <source>How sore is it now?</source>
        <translation>Kuinka kova kipu on nyt?</translation>
    </message>
    <message>
        <source>The voice says when to begin and rest</source>
        <translation>Ääni kertoo, milloin aloitat ja lepäät</translation>
    </message>
    <message>
        <source>My own pace: I say when a set is done</source>
        <translation>Oma tahti: kerron itse, kun sarja on tehty</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Aloita</translation>
    </message>
    <message>
        <source>Count with the sensor</source>
        <translation>Laske toistot anturilla</translation>
    </message>
    <message>
        <source>Back (Esc)</source>
        <translation>Takaisin (Esc)</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Miten</translation>
    </message>
    <message>
        <source>{0} exercises, about {1} min: {2}</source>
        <translation>Harjoitteita {0}, noin {1} min: {2}</translation>
    </message>
    <message>
        <source>All exercises</source>
        <translation>Kaikki harjoitteet</translation>
    </message>
    <message>
        <source>{0}: your stage now</source>
        <translation>{0}: nykyinen vaiheesi</translation>
    </message>
    <message>
        <source>Closed: {0}</source>
        <translation>Suljettu: {0}</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lue</translation>
    </message>
    <message>
        <source>In a flare and to begin with: nothing that loads.</source>
        <translation>Kipujakson aikana ja aluksi: ei mitään kuormittavaa.</translation>
    </message>
    <message>
        <source>First strength, at half effort, every second day.</source>
        <translation>Ensimmäiset voimaharjoitteet puolella teholla, joka toinen päivä.</translation>
    </message>
    <message>
        <source>Standing strength and balance.</source>
        <translation>Voimaa ja tasapainoa seisten.</translation>
    </message>
    <message>
        <source>Back to full strides, with your physiotherapist.</source>
        <translation>Takaisin täysiin askeliin yhdessä fysioterapeutin kanssa.</translation>
    </message>
    <message>
        <source>Every night</source>
        <translation>Joka yö</translation>
    </message>
    <message>
        <source>{0} minutes</source>
        <translation>{0} minuuttia</translation>
    </message>
    <message>
        <source>{0} times {1} minutes</source>
        <translation>{0} kertaa {1} minuuttia</translation>
    </message>
    <message>
        <source>{0} × {1} with each leg, hold {2} s</source>
        <translation>{0} × {1} kummallakin jalalla, pito {2} s</translation>
    </message>
    <message>
        <source>{0} × {1}, hold {2} s</source>
        <translation>{0} × {1}, pito {2} s</translation>
    </message>
    <message>
        <source>{0} × {1} with each leg</source>
        <translation>{0} × {1} kummallakin jalalla</translation>
    </message>
    <message>
        <source>{0} × {1}</source>
        <translation>{0} × {1}</translation>
    </message>
    <message>
        <source>Get ready</source>
        <translation>Valmistaudu</translation>
    </message>
    <message>
        <source>Out, slowly</source>
        <translation>Liikkeelle, hitaasti</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Pidä</translation>
    </message>
    <message>
        <source>Let go</source>
        <translation>Rentouta</translation>
    </message>
    <message>
        <source>Back, slowly</source>
        <translation>Takaisin, hitaasti</translation>
    </message>
    <message>
        <source>At your own pace</source>
        <translation>Omaan tahtiin</translation>
    </message>
    <message>
        <source>Keep going</source>
        <translation>Jatka</translation>
    </message>
    <message>
        <source>Rest</source>
        <translation>Lepo</translation>
    </message>
    <message>
        <source>Other leg</source>
        <translation>Toinen jalka</translation>
    </message>
    <message>
        <source>Sore side</source>
        <translation>Kipeä puoli</translation>
    </message>
    <message>
        <source>Other side</source>
        <translation>Toinen puoli</translation>
    </message>
    <message>
        <source>Set {0} of {1}</source>
        <translation>Sarja {0}/{1}</translation>
    </message>
    <message>
        <source>Repetition {0} of {1}</source>
        <translation>Toisto {0}/{1}</translation>
    </message>
    <message>
        <source>Set {0} of {1} · repetition {2} of {3}</source>
        <translation>Sarja {0}/{1} · toisto {2}/{3}</translation>
    </message>
    <message>
        <source>Rest.</source>
        <translation>Lepää.</translation>
    </message>
    <message>
        <source>Other leg.</source>
        <translation>Toinen jalka.</translation>
    </message>
    <message>
        <source>Hold.</source>
        <translation>Pidä.</translation>
    </message>
    <message>
        <source>Let go.</source>
        <translation>Rentouta.</translation>
    </message>
    <message>
        <source>Begin.</source>
        <translation>Aloita.</translation>
    </message>
    <message>
        <source>Last one.</source>
        <translation>Viimeinen.</translation>
    </message>
    <message>
        <source>{0} ×</source>
        <translation>{0} ×</translation>
    </message>
    <message>
        <source>It hurts</source>
        <translation>Sattuu</translation>
    </message>
    <message>
        <source>Too hard</source>
        <translation>Liian raskas</translation>
    </message>
    <message>
        <source>I do not have what it needs</source>
        <translation>Tarvittavat välineet puuttuvat</translation>
    </message>
    <message>
        <source>No time</source>
        <translation>Ei aikaa</translation>
    </message>
    <message>
        <source>Not today</source>
        <translation>Ei tänään</translation>
    </message>
    <message>
        <source>Closed after your operation or fracture until your physiotherapist ticks it.</source>
        <translation>Suljettu leikkauksesi tai murtumasi vuoksi, kunnes fysioterapeuttisi avaa sen.</translation>
    </message>
    <message>
        <source>Not for you, because you told: {0}.</source>
        <translation>Ei sinulle, koska kerroit: {0}.</translation>
    </message>
    <message>
        <source>Only once your physiotherapist has unlocked it, because you told: {0}.</source>
        <translation>Vasta kun fysioterapeuttisi on avannut sen, koska kerroit: {0}.</translation>
    </message>
    <message>
        <source>Only once your physiotherapist has unlocked it.</source>
        <translation>Vasta kun fysioterapeuttisi on avannut sen.</translation>
    </message>
    <message>
        <source>It comes with a later stage.</source>
        <translation>Se tulee myöhemmässä vaiheessa.</translation>
    </message>
    <message>
        <source>Used twice in these seven days already. More would not help; the muscle needs time.</source>
        <translation>Käytetty jo kahdesti näiden seitsemän päivän aikana. Useammin ei auttaisi; lihas tarvitsee aikaa.</translation>
    </message>
    <message>
        <source>After today&apos;s walk, not before it: it would hide pain while you walk.</source>
        <translation>Päivän kävelyn jälkeen, ei ennen sitä: se peittäisi kipua kävellessä.</translation>
    </message>
    <message>
        <source>Walking</source>
        <translation>Kävely</translation>
    </message>
    <message>
        <source>Water</source>
        <translation>Vesi</translation>
    </message>
    <message>
        <source>Mobility</source>
        <translation>Liikkuvuus</translation>
    </message>
    <message>
        <source>Waking the muscles</source>
        <translation>Lihasten herättely</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Voima</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>Tasapaino</translation>
    </message>
    <message>
        <source>Massage</source>
        <translation>Hieronta</translation>
    </message>
    <message>
        <source>Self-care</source>
        <translation>Itsehoito</translation>
    </message>
    <message>
        <source>Breaks</source>
        <translation>Tauot</translation>
    </message>
    <message>
        <source>Massage ball</source>
        <translation>Hierontapallo</translation>
    </message>
    <message>
        <source>Cold pack</source>
        <translation>Kylmäpakkaus</translation>
    </message>
    <message>
        <source>Heat pack</source>
        <translation>Lämpöpakkaus</translation>
    </message>
    <message>
        <source>Sleep</source>
        <translation>Uni</translation>
    </message>
    <message>
        <source>Water exercise</source>
        <translation>Vesiliikunta</translation>
    </message>
    <message>
        <source>Manual therapy</source>
        <translation>Manuaalinen terapia</translation>
    </message>
    <message>
        <source>Myofascial treatment</source>
        <translation>Faskiakäsittely</translation>
    </message>
    <message>
        <source>Acupuncture</source>
        <translation>Akupunktio</translation>
    </message>
    <message>
        <source>Medicine</source>
        <translation>Lääke</translation>
    </message>
    <message>
        <source>Injection</source>
        <translation>Pistoshoito</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>Jokin muu</translation>
    </message>
    <message>
        <source>About half as sore: leave this spot now.</source>
        <translation>Arkuus on noin puolittunut: jätä tämä kohta nyt.</translation>
    </message>
    <message>
        <source>Two minutes: leave this spot now, halved or not.</source>
        <translation>Kaksi minuuttia: jätä tämä kohta nyt, helpotti tai ei.</translation>
    </message>
    <message>
        <source>That is sharp, not tender: less weight, or leave this spot.</source>
        <translation>Se on terävää, ei arkaa: kevennä painoa tai jätä tämä kohta.</translation>
    </message>
    <message>
        <source>the text on IFI this program grew from</source>
        <translation>IFI-teksti, josta tämä ohjelma on syntynyt</translation>
    </message>
    <message>
        <source>general practice</source>
        <translation>yleinen käytäntö</translation>
    </message>
    <message>
        <source>muscle measurements (Selkowitz)</source>
        <translation>lihasmittaukset (Selkowitz)</translation>
    </message>
    <message>
        <source>a review (Ebert 2016)</source>
        <translation>katsaus (Ebert 2016)</translation>
    </message>
    <message>
        <source>a study of the side-lying lift (PMC8448474)</source>
        <translation>tutkimus jalan nostosta kylkimakuulla (PMC8448474)</translation>
    </message>
    <message>
        <source>a home programme for the hip (Wright 2016, PMC6670054)</source>
        <translation>lonkan kotiohjelma (Wright 2016, PMC6670054)</translation>
    </message>
    <message>
        <source>a study of pace and hip extension (PMC5774225)</source>
        <translation>tutkimus askeltiheydestä ja lonkan ojennuksesta (PMC5774225)</translation>
    </message>
    <message>
        <source>How much of this step is done</source>
        <translation>Kuinka paljon tästä vaiheesta on tehty</translation>
    </message>
    <message>
        <source>It hurts: stop (X)</source>
        <translation>Sattuu: lopeta (X)</translation>
    </message>
    <message>
        <source>Leave out (S)</source>
        <translation>Jätä väliin (S)</translation>
    </message>
    <message>
        <source>Easier (E)</source>
        <translation>Helpompi (E)</translation>
    </message>
    <message>
        <source>Harder (H)</source>
        <translation>Raskaampi (H)</translation>
    </message>
    <message>
        <source>Exercise {0} of {1} · {2}</source>
        <translation>Harjoite {0}/{1} · {2}</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Tauolla</translation>
    </message>
    <message>
        <source>Go on (Space)</source>
        <translation>Jatka (välilyönti)</translation>
    </message>
    <message>
        <source>Pause (Space)</source>
        <translation>Tauko (välilyönti)</translation>
    </message>
    <message>
        <source>Set done (N)</source>
        <translation>Sarja tehty (N)</translation>
    </message>
    <message>
        <source>Next (N)</source>
        <translation>Seuraava (N)</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0}/{1}</translation>
    </message>
    <message>
        <source>{0} · the easier way: {1}</source>
        <translation>{0} · helpommin: {1}</translation>
    </message>
    <message>
        <source>How much: {0}</source>
        <translation>Kuinka paljon: {0}</translation>
    </message>
    <message>
        <source>Which leg: {0}</source>
        <translation>Kumpi jalka: {0}</translation>
    </message>
    <message>
        <source>Easier: {0}</source>
        <translation>Helpommin: {0}</translation>
    </message>
    <message>
        <source>Harder: {0}</source>
        <translation>Raskaammin: {0}</translation>
    </message>
    <message>
        <source>From: {0}</source>
        <translation>Lähde: {0}</translation>
    </message>
    <message>
        <source>What you did</source>
        <translation>Mitä teit</translation>
    </message>
    <message>
        <source>Which treatment?</source>
        <translation>Mikä hoito?</translation>
    </message>
    <message>
        <source>How long?</source>
        <translation>Kuinka kauan?</translation>
    </message>
    <message>
        <source>Slept well</source>
        <translation>Nukuin hyvin</translation>
    </message>
    <message>
        <source>Slept badly</source>
        <translation>Nukuin huonosti</translation>
    </message>
    <message>
        <source>The night</source>
        <translation>Yö</translation>
    </message>
    <message>
        <source>How sore before?</source>
        <translation>Kuinka kova kipu ennen?</translation>
    </message>
    <message>
        <source>How sore after?</source>
        <translation>Kuinka kova kipu jälkeen?</translation>
    </message>
    <message>
        <source>A note, if you like</source>
        <translation>Muistiinpano, jos haluat</translation>
    </message>
    <message>
        <source>Write it down</source>
        <translation>Kirjaa</translation>
    </message>
    <message>
        <source>Write down a treatment</source>
        <translation>Kirjaa hoito</translation>
    </message>
    <message>
        <source>Treatments by others are written down, so that you and your physiotherapist can see what went with what; this program advises none of them. Surgery is a last resort to discuss with a doctor.</source>
        <translation>Muiden antamat hoidot kirjataan, jotta sinä ja fysioterapeuttisi näette, mikä liittyi mihinkin; tämä ohjelma ei suosittele niistä mitään. Leikkaus on viimeinen keino, josta puhutaan lääkärin kanssa.</translation>
    </message>
    <message>
        <source>Exercises</source>
        <translation>Harjoitteet</translation>
    </message>
    <message>
        <source>Today&apos;s exercises</source>
        <translation>Päivän harjoitteet</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Aloita</translation>
    </message>
    <message>
        <source>More exercises today</source>
        <translation>Lisää harjoitteita tänään</translation>
    </message>
    <message>
        <source>Done for today: {0}. The next ones come tomorrow.</source>
        <translation>Tältä päivältä tehty: {0}. Seuraavat tulevat huomenna.</translation>
    </message>
    <message>
        <source>{0} Together about {1} min.</source>
        <translation>{0} Yhteensä noin {1} min.</translation>
    </message>
    <message>
        <source>On offer whenever it helps.</source>
        <translation>Käytettävissä aina, kun se auttaa.</translation>
    </message>
    <message>
        <source>How and log</source>
        <translation>Ohje ja kirjaus</translation>
    </message>
    <message>
        <source>Make it harder?</source>
        <translation>Tehdäänkö raskaammin?</translation>
    </message>
    <message>
        <source>Only if the last times were comfortable, the same day and the morning after. {0}</source>
        <translation>Vain jos viime kerrat tuntuivat mukavilta samana päivänä ja seuraavana aamuna. {0}</translation>
    </message>
    <message>
        <source>Harder</source>
        <translation>Raskaammin</translation>
    </message>
    <message>
        <source>No, as it was</source>
        <translation>Ei, kuten ennen</translation>
    </message>
    <message>
        <source>End the exercises here?</source>
        <translation>Lopetetaanko harjoitteet tähän?</translation>
    </message>
    <message>
        <source>What you have done is kept.</source>
        <translation>Tekemäsi on tallessa.</translation>
    </message>
    <message>
        <source>End here</source>
        <translation>Lopeta tähän</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Jatka</translation>
    </message>
    <message>
        <source>After: {0}</source>
        <translation>Jälkeen: {0}</translation>
    </message>
    <message>
        <source>Done. How sore is it now?</source>
        <translation>Valmis. Kuinka kova kipu on nyt?</translation>
    </message>
    <message>
        <source>A little too much</source>
        <translation>Hieman liikaa</translation>
    </message>
    <message>
        <source>Pain has risen by two. Leave the rest for today, or go on the easier way.</source>
        <translation>Kipu on noussut kaksi pykälää. Jätä loput tältä päivältä tai jatka helpommin.</translation>
    </message>
    <message>
        <source>End here for today</source>
        <translation>Lopeta tältä päivältä</translation>
    </message>
    <message>
        <source>Go on, the easier way</source>
        <translation>Jatka helpommin</translation>
    </message>
    <message>
        <source>Why leave it out?</source>
        <translation>Miksi jätät sen väliin?</translation>
    </message>
    <message>
        <source>Stop for today</source>
        <translation>Lopeta tältä päivältä</translation>
    </message>
    <message>
        <source>Done for today</source>
        <translation>Valmista tältä päivältä</translation>
    </message>
    <message>
        <source>{0}: left out ({1})</source>
        <translation>{0}: väliin jätetty ({1})</translation>
    </message>
    <message>
        <source>{0}: {1}; pain after {2}</source>
        <translation>{0}: {1}; kipu jälkeen {2}</translation>
    </message>
    <message>
        <source>Nothing was done today, and that is kept too.</source>
        <translation>Tänään ei tehty mitään, ja sekin on tallessa.</translation>
    </message>
    <message>
        <source>Pain before {0}, worst {1}.</source>
        <translation>Kipu ennen {0}, pahimmillaan {1}.</translation>
    </message>
    <message>
        <source>This counts as too much. The warning signs are asked again before the next plan.</source>
        <translation>Tämä oli liikaa. Varoitusmerkit kysytään uudelleen ennen seuraavaa suunnitelmaa.</translation>
    </message>
    <message>
        <source>That was too much. No recorded walks for a day or two; gentle short walking indoors is fine. The next exercises are easier.</source>
        <translation>Se oli liikaa. Ei tallennettuja kävelyjä päivään tai kahteen; kevyt lyhyt kävely sisällä sopii. Seuraavat harjoitteet ovat helpompia.</translation>
    </message>
    <message>
        <source>That was comfortable. Tell tomorrow morning how sore it is then.</source>
        <translation>Se tuntui mukavalta. Kerro huomisaamuna, kuinka kipeä olo silloin on.</translation>
    </message>
    <message>
        <source>A little too much today. Tell tomorrow morning how sore it is then.</source>
        <translation>Hieman liikaa tänään. Kerro huomisaamuna, kuinka kipeä olo silloin on.</translation>
    </message>
    <message>
        <source>Nothing new</source>
        <translation>Ei mitään uutta</translation>
    </message>
    <message>
        <source>Something else was felt</source>
        <translation>Tuntui jotain muutakin</translation>
    </message>
    <message>
        <source>Anything else?</source>
        <translation>Tuntuiko muuta?</translation>
    </message>
    <message>
        <source>What?</source>
        <translation>Mitä?</translation>
    </message>
    <message>
        <source>Where?</source>
        <translation>Missä?</translation>
    </message>
    <message>
        <source>As usual</source>
        <translation>Kuten tavallisesti</translation>
    </message>
    <message>
        <source>Stronger than usual</source>
        <translation>Tavallista voimakkaampi</translation>
    </message>
    <message>
        <source>It does not go away</source>
        <translation>Ei mene ohi</translation>
    </message>
    <message>
        <source>How is it?</source>
        <translation>Millainen se on?</translation>
    </message>
    <message>
        <source>What was felt?</source>
        <translation>Mitä tuntui?</translation>
    </message>
    <message>
        <source>Keep and go on (Enter)</source>
        <translation>Tallenna ja jatka (Enter)</translation>
    </message>
    <message>
        <source>Try it with a simulated sensor</source>
        <translation>Kokeile simuloidulla anturilla</translation>
    </message>
    <message>
        <source>Without the sensor</source>
        <translation>Ilman anturia</translation>
    </message>
    <message>
        <source>Only back to straight.</source>
        <translation>Vain suoraan asti.</translation>
    </message>
    <message>
        <source>Not above the line of the trunk.</source>
        <translation>Ei vartalon linjan yläpuolelle.</translation>
    </message>
    <message>
        <source>Slowly.</source>
        <translation>Hitaasti.</translation>
    </message>
    <message>
        <source>Getting smaller: end here if you are tired.</source>
        <translation>Liike pienenee: lopeta tähän, jos olet väsynyt.</translation>
    </message>
    <message>
        <source>The sensor was simulated: nothing of this was kept.</source>
        <translation>Anturi oli simuloitu: tästä ei tallennettu mitään.</translation>
    </message>
    <message>
        <source>Your physiotherapist has closed it for you.</source>
        <translation>Fysioterapeuttisi on sulkenut sen sinulta.</translation>
    </message>
    <message>
        <source>{0}: {1} in {3} s each; pain after {2}</source>
        <translation>{0}: {1}, toisto {3} s; kipu jälkeen {2}</translation>
    </message>
    <message>
        <source>{0}: {1} in {3} s each, lift at the end {4} of the start; pain after {2}</source>
        <translation>{0}: {1}, toisto {3} s, nosto lopussa {4} alusta; kipu jälkeen {2}</translation>
    </message>
    <message>
        <source>The exercise</source>
        <translation>Harjoite</translation>
    </message>
    <message>
        <source>Always: no long, hard stretch; the hip not far back, the leg not across the midline, the toes not far outward.</source>
        <translation>Aina: ei pitkää ja kovaa venytystä, lonkkaa ei viedä kauas taakse eikä jalkaa keskiviivan yli, varpaita ei käännetä kauas ulospäin.</translation>
    </message>
    <message>
        <source>What to keep clear of in everyday life</source>
        <translation>Mitä arjessa kannattaa välttää</translation>
    </message>
    <message>
        <source>Long, fast strides: smaller steps, same pace.</source>
        <translation>Pitkät, nopeat askeleet: ota pienempiä askelia samaa vauhtia.</translation>
    </message>
    <message>
        <source>The hip far back, the leg across the midline, thigh or toes turned far outward; most of all these together.</source>
        <translation>Lonkan vieminen kauas taakse, jalan vieminen keskiviivan yli, reiden tai varpaiden kääntäminen kauas ulospäin; varsinkin nämä yhdessä.</translation>
    </message>
    <message>
        <source>Long, hard stretching: move through the range instead, a second or two at its end.</source>
        <translation>Pitkä, kova venyttely: liiku sen sijaan liikeradan läpi, ääriasennossa sekunti tai kaksi.</translation>
    </message>
    <message>
        <source>Sitting or standing for long: move after twenty minutes of either.</source>
        <translation>Pitkään istuminen tai seisominen: liiku kahdenkymmenen minuutin jälkeen.</translation>
    </message>
    <message>
        <source>A heavy load all at once: add a little at a time.</source>
        <translation>Raskas kuorma kerralla: lisää vähän kerrallaan.</translation>
    </message>
</context>
<context>
    <name>far</name>
    <message>
        <source>first strides</source>
        <translation>ensimmäiset askeleet</translation>
    </message>
    <message>
        <source>no cues until you walk</source>
        <translation>vihjeet kävellessä</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Valmiina</translation>
    </message>
    <message>
        <source>press Start</source>
        <translation>paina Aloita</translation>
    </message>
    <message>
        <source>One moment</source>
        <translation>Hetkinen</translation>
    </message>
    <message>
        <source>getting ready</source>
        <translation>valmistellaan</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Valmis</translation>
    </message>
    <message>
        <source>the walk has ended</source>
        <translation>kävely päättyi</translation>
    </message>
    <message>
        <source>No walk</source>
        <translation>Ei kävelyä</translation>
    </message>
    <message>
        <source>see below why</source>
        <translation>syy on alla</translation>
    </message>
    <message>
        <source>Stand still</source>
        <translation>Seiso paikallasi</translation>
    </message>
    <message>
        <source>five seconds</source>
        <translation>viisi sekuntia</translation>
    </message>
    <message>
        <source>Standing</source>
        <translation>Seisot</translation>
    </message>
    <message>
        <source>Resting</source>
        <translation>Lepo</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Tauko</translation>
    </message>
    <message>
        <source>nothing is lost</source>
        <translation>mitään ei katoa</translation>
    </message>
    <message>
        <source>No sensor</source>
        <translation>Ei anturia</translation>
    </message>
    <message>
        <source>trying again</source>
        <translation>yritetään uudelleen</translation>
    </message>
    <message>
        <source>Walking</source>
        <translation>Kävely</translation>
    </message>
    <message>
        <source>no limit is set</source>
        <translation>rajaa ei ole asetettu</translation>
    </message>
    <message>
        <source>Walk as usual</source>
        <translation>Kävele vapaasti</translation>
    </message>
    <message>
        <source>learning your stride</source>
        <translation>opetellaan askeltasi</translation>
    </message>
    <message>
        <source>No cue</source>
        <translation>Ei vihjettä</translation>
    </message>
    <message>
        <source>not sure</source>
        <translation>ei varmaa tietoa</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Hyvä</translation>
    </message>
    <message>
        <source>Small enough</source>
        <translation>Riittävän pieni</translation>
    </message>
    <message>
        <source>stay like this</source>
        <translation>jatka näin</translation>
    </message>
    <message>
        <source>How is it?</source>
        <translation>Miltä tuntuu?</translation>
    </message>
    <message>
        <source>does it hurt?</source>
        <translation>sattuuko?</translation>
    </message>
    <message>
        <source>pain marked</source>
        <translation>kipu merkitty</translation>
    </message>
    <message>
        <source>Walk on</source>
        <translation>Kävele vain</translation>
    </message>
    <message>
        <source>walk when you like</source>
        <translation>kävele kun haluat</translation>
    </message>
    <message>
        <source>too sudden</source>
        <translation>liian raju liike</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Päättyi</translation>
    </message>
    <message>
        <source>no cues for a while</source>
        <translation>hetki ilman vihjeitä</translation>
    </message>
    <message>
        <source>Lift your knee</source>
        <translation>Nosta polvea</translation>
    </message>
    <message>
        <source>{0} seconds</source>
        <translation>{0} sekuntia</translation>
    </message>
    <message>
        <source>Walk</source>
        <translation>Kävele</translation>
    </message>
    <message>
        <source>{0} of {1} steps</source>
        <translation>{0}/{1} askelta</translation>
    </message>
    <message>
        <source>go</source>
        <translation>lähde</translation>
    </message>
    <message>
        <source>press Begin</source>
        <translation>paina Aloita</translation>
    </message>
    <message>
        <source>left knee: {0} of {1}</source>
        <translation>vasen polvi: {0}/{1}</translation>
    </message>
    <message>
        <source>right knee: {0} of {1}</source>
        <translation>oikea polvi: {0}/{1}</translation>
    </message>
    <message>
        <source>End here</source>
        <translation>Lopeta tähän</translation>
    </message>
    <message>
        <source>your range is found</source>
        <translation>alueesi löytyi</translation>
    </message>
    <message>
        <source>Time is up</source>
        <translation>Aika täynnä</translation>
    </message>
    <message>
        <source>end when you like</source>
        <translation>lopeta kun haluat</translation>
    </message>
    <message>
        <source>not sure: strap?</source>
        <translation>epävarma: hihna?</translation>
    </message>
    <message>
        <source>Slow the belt</source>
        <translation>Hidasta matto</translation>
    </message>
    <message>
        <source>then step off</source>
        <translation>astu sitten pois</translation>
    </message>
    <message>
        <source>Enough</source>
        <translation>Riittää</translation>
    </message>
    <message>
        <source>stop here and rest</source>
        <translation>pysähdy ja lepää</translation>
    </message>
    <message>
        <source>1 second</source>
        <translation>1 sekunti</translation>
    </message>
    <message>
        <source>Walk ahead</source>
        <translation>Kävele eteenpäin</translation>
    </message>
</context>
<context>
    <name>fields</name>
    <message>
        <source>Yes</source>
        <translation>Kyllä</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Ei</translation>
    </message>
    <message>
        <source>day.month.year</source>
        <translation>pp.kk.vvvv</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>ei tiedossa</translation>
    </message>
</context>
<context>
    <name>first</name>
    <message>
        <source>Back</source>
        <translation>Takaisin</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>Lue ääneen</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Seuraava</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Aloita</translation>
    </message>
    <message>
        <source>Welcome to Hip Coach</source>
        <translation>Tervetuloa Hip Coachiin</translation>
    </message>
    <message>
        <source>Your name or a nickname</source>
        <translation>Nimesi tai lempinimesi</translation>
    </message>
    <message>
        <source>What shall we call you?</source>
        <translation>Miksi sinua kutsutaan?</translation>
    </message>
    <message>
        <source>A nickname is enough. It stays on this computer.</source>
        <translation>Lempinimi riittää. Se pysyy tällä tietokoneella.</translation>
    </message>
    <message>
        <source>What this is, and what it is not</source>
        <translation>Mitä tämä on ja mitä ei</translation>
    </message>
    <message>
        <source>It is</source>
        <translation>Tämä on</translation>
    </message>
    <message>
        <source>It is not</source>
        <translation>Tämä ei ole</translation>
    </message>
    <message>
        <source>A training aid for people whose ischiofemoral impingement (a tight space between sit bone and thigh bone) was assessed by a professional. It helps you notice strides that set off your pain, and keep within your own limit.</source>
        <translation>Harjoittelun apuväline ihmisille, joiden iskiofemoraalisen ahtauden (ahdas väli istuinkyhmyn ja reisiluun välissä) ammattilainen on arvioinut. Se auttaa huomaamaan askeleet, jotka laukaisevat kipusi, ja pysymään omassa rajassasi.</translation>
    </message>
    <message>
        <source>It measures how far your thigh goes behind your own standing line. It does not see your pelvis, your hip joint or your bones, and it can be wrong.</source>
        <translation>Se mittaa, kuinka pitkälle reitesi menee oman seisomalinjasi taakse. Se ei näe lantiotasi, lonkkaniveltäsi eikä luitasi, ja se voi erehtyä.</translation>
    </message>
    <message>
        <source>It does not diagnose and it treats no one. No trial has shown that shorter strides cure this pain. Pain decides, not the screen.</source>
        <translation>Se ei tee diagnoosia eikä hoida ketään. Mikään tutkimus ei ole osoittanut, että lyhyempi askel parantaisi tämän kivun. Kipu ratkaisee, ei näyttö.</translation>
    </message>
    <message>
        <source>When pain persists, grows or worries you, see a physiotherapist or a doctor.</source>
        <translation>Jos kipu jatkuu, pahenee tai huolestuttaa, käänny fysioterapeutin tai lääkärin puoleen.</translation>
    </message>
    <message>
        <source>Operations, fractures and other things to know</source>
        <translation>Leikkaukset, murtumat ja muut huomioon otettavat asiat</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Ei mitään</translation>
    </message>
    <message>
        <source>Replaced</source>
        <translation>Tekonivel</translation>
    </message>
    <message>
        <source>Operated otherwise</source>
        <translation>Muu leikkaus</translation>
    </message>
    <message>
        <source>Broken</source>
        <translation>Murtunut</translation>
    </message>
    <message>
        <source>Your {0} hip</source>
        <translation>Lonkkasi: {0}</translation>
    </message>
    <message>
        <source>After an operation or fracture of a hip, cues, long-stride tests, bridges and lying on your front stay closed until a physiotherapist has entered the date, the approach and the restrictions.</source>
        <translation>Lonkan leikkauksen tai murtuman jälkeen vihjeet, pitkän askeleen testi, lantionnostot ja päinmakuu pysyvät suljettuina, kunnes fysioterapeutti on kirjannut päivän, leikkausavauksen ja rajoitukset.</translation>
    </message>
    <message>
        <source>Does any of these hold for you?</source>
        <translation>Koskeeko jokin näistä sinua?</translation>
    </message>
    <message>
        <source>Tick what holds; leave the rest. You can change it later.</source>
        <translation>Merkitse ne, jotka koskevat sinua. Voit muuttaa tätä myöhemmin.</translation>
    </message>
    <message>
        <source>Warning signs</source>
        <translation>Varoitusmerkit</translation>
    </message>
    <message>
        <source>These need a doctor, not a program. They are asked now, every two weeks, and after a day that was too much.</source>
        <translation>Nämä kuuluvat lääkärille, eivät ohjelmalle. Niitä kysytään nyt, kahden viikon välein ja liian rasittavan päivän jälkeen.</translation>
    </message>
    <message>
        <source>Where it usually hurts</source>
        <translation>Missä yleensä sattuu</translation>
    </message>
    <message>
        <source>None of these places, or I cannot say</source>
        <translation>Ei mikään näistä, tai en osaa sanoa</translation>
    </message>
    <message>
        <source>What you usually feel there</source>
        <translation>Mitä siinä yleensä tuntuu</translation>
    </message>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>Morning stiffness, minutes</source>
        <translation>Aamujäykkyys, minuuttia</translation>
    </message>
    <message>
        <source>Stiff in the morning for</source>
        <translation>Jäykkyyttä aamulla</translation>
    </message>
    <message>
        <source>The hip keeps me from things I do every day</source>
        <translation>Lonkka haittaa arkisia tekemisiäni</translation>
    </message>
    <message>
        <source>These are your own usual symptoms. Anything new, stronger or lasting, anything below the knee that is new, and any numbness or weakness always means stop and ask.</source>
        <translation>Nämä ovat omat tavalliset oireesi. Uusi, voimakkaampi tai pitkittyvä tuntemus, uusi tuntemus polven alapuolella ja kaikki tunnottomuus tai heikkous tarkoittavat aina: lopeta ja kysy.</translation>
    </message>
    <message>
        <source>choose what you usually feel there</source>
        <translation>valitse, mitä siinä yleensä tunnet</translation>
    </message>
    <message>
        <source>choose where it hurts, or that it is none of these places</source>
        <translation>valitse, mihin sattuu, tai että ei mihinkään näistä</translation>
    </message>
    <message>
        <source>Your leg</source>
        <translation>Jalkasi</translation>
    </message>
    <message>
        <source>The left one</source>
        <translation>Vasen</translation>
    </message>
    <message>
        <source>The right one</source>
        <translation>Oikea</translation>
    </message>
    <message>
        <source>Both, the left one more</source>
        <translation>Molemmat, vasen enemmän</translation>
    </message>
    <message>
        <source>Both, the right one more</source>
        <translation>Molemmat, oikea enemmän</translation>
    </message>
    <message>
        <source>Which side is sore?</source>
        <translation>Kumpi puoli on kipeä?</translation>
    </message>
    <message>
        <source>Height, centimetres</source>
        <translation>Pituus senttimetreinä</translation>
    </message>
    <message>
        <source>Leg length, centimetres</source>
        <translation>Jalan pituus senttimetreinä</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>ei mitattu</translation>
    </message>
    <message>
        <source>The sensor is worn on the sore side, or the worse one.</source>
        <translation>Anturia pidetään kipeällä puolella tai, jos molemmat ovat kipeät, pahemmalla.</translation>
    </message>
    <message>
        <source>How tall are you?</source>
        <translation>Kuinka pitkä olet?</translation>
    </message>
    <message>
        <source>Stride length comes from this. It is only an estimate until you have walked a known distance.</source>
        <translation>Askelparin pituus lasketaan tästä. Se on vain arvio, kunnes olet kävellyt tunnetun matkan.</translation>
    </message>
    <message>
        <source>Your data stay here</source>
        <translation>Tietosi pysyvät täällä</translation>
    </message>
    <message>
        <source>Everything is kept on this computer only, in {0}. There is no account, no network use and no telemetry. Nobody gets anything unless you give it away.</source>
        <translation>Kaikki säilytetään vain tällä tietokoneella, kansiossa {0}. Ei tiliä, ei verkkoliikennettä, ei seurantaa. Kukaan ei saa mitään, ellet itse anna.</translation>
    </message>
    <message>
        <source>It is encrypted where the computer offers a place for the key. Backups are up to you. You can take everything along as one file, or delete all of it for good, at any time.</source>
        <translation>Tiedot salataan, jos tietokoneessa on paikka avaimelle. Varmuuskopiot ovat sinun vastuullasi. Voit milloin tahansa ottaa kaiken mukaan yhtenä tiedostona tai poistaa kaiken lopullisesti.</translation>
    </message>
    <message>
        <source>I have read this and agree that it is kept</source>
        <translation>Olen lukenut tämän ja hyväksyn, että tiedot säilytetään</translation>
    </message>
    <message>
        <source>Your consent</source>
        <translation>Suostumuksesi</translation>
    </message>
    <message>
        <source>Step {0} of {1}</source>
        <translation>Vaihe {0}/{1}</translation>
    </message>
    <message>
        <source>a name or nickname is still missing</source>
        <translation>nimi tai lempinimi puuttuu vielä</translation>
    </message>
    <message>
        <source>answer every question; the last button answers the rest with no</source>
        <translation>vastaa joka kysymykseen; viimeinen painike vastaa loppuihin ei</translation>
    </message>
    <message>
        <source>Press the circles on the picture, or choose beside it. As many as you like.</source>
        <translation>Paina kuvan ympyröitä tai valitse vierestä. Voit valita monta.</translation>
    </message>
    <message>
        <source>Better, if somebody can measure it, is the length of your leg: from the bony knob at the side of the hip to the floor, in shoes.</source>
        <translation>Vielä parempi on jalkasi pituus, jos joku voi mitata sen: lonkan sivun luisesta kyhmystä lattiaan, kengät jalassa.</translation>
    </message>
    <message>
        <source>choose the sore side</source>
        <translation>valitse kipeä puoli</translation>
    </message>
    <message>
        <source>your consent is still missing</source>
        <translation>suostumuksesi puuttuu vielä</translation>
    </message>
    <message>
        <source>For physiotherapists</source>
        <translation>Fysioterapeutille</translation>
    </message>
    <message>
        <source>Your area opens with a PIN that you choose next. It measures where the pain begins, sets and locks the limit, and shows what happened since your last visit.</source>
        <translation>Alueesi avautuu PIN-koodilla, jonka valitset seuraavaksi. Siellä mitataan, missä kipu alkaa, asetetaan ja lukitaan raja ja katsotaan, mitä edellisen käynnin jälkeen on tapahtunut.</translation>
    </message>
    <message>
        <source>On their own computer the program asks the person for consent. Here you ask for it, as for any record that you keep of them.</source>
        <translation>Henkilön omalla tietokoneella ohjelma kysyy suostumuksen häneltä itseltään. Tällä koneella pyydät sen sinä, kuten muistakin hänestä pitämistäsi tiedoista.</translation>
    </message>
    <message>
        <source>Your first patient</source>
        <translation>Ensimmäinen potilaasi</translation>
    </message>
    <message>
        <source>Go to my area</source>
        <translation>Siirry alueelleni</translation>
    </message>
    <message>
        <source>Size of letters</source>
        <translation>Tekstin koko</translation>
    </message>
    <message>
        <source>say it for each hip; nothing is an answer too</source>
        <translation>vastaa kummastakin lonkasta; myös ”Ei mitään” on vastaus</translation>
    </message>
    <message>
        <source>not told</source>
        <translation>ei kerrottu</translation>
    </message>
    <message>
        <source>tell how tall you are, or how long your leg is</source>
        <translation>kerro pituutesi tai jalan pituus</translation>
    </message>
</context>
<context>
    <name>follows</name>
    <message>
        <source>What follows from this</source>
        <translation>Mitä tästä seuraa</translation>
    </message>
    <message>
        <source>A starting point, for you to confirm: none of it was tested in a trial. What waits for you is unlocked under Prescription.</source>
        <translation>Lähtökohta, jonka sinä vahvistat: mitään tästä ei ole kokeiltu tutkimuksessa. Sinua odottavat avataan kohdassa Hoito-ohje.</translation>
    </message>
    <message>
        <source>No long-stride test for now.</source>
        <translation>Ei pitkän askeleen testiä toistaiseksi.</translation>
    </message>
    <message>
        <source>an operation or fracture closes it</source>
        <translation>leikkaus tai murtuma sulkee sen</translation>
    </message>
    <message>
        <source>only a physiotherapist opens it</source>
        <translation>vain fysioterapeutti avaa sen</translation>
    </message>
</context>
<context>
    <name>gate</name>
    <message>
        <source>For the physiotherapist</source>
        <translation>Fysioterapeutille</translation>
    </message>
    <message>
        <source>The PIN keeps roles apart: limits and permissions are set in the physiotherapist&apos;s name only. It does not protect the data; the computer&apos;s own lock and the passphrase do that.</source>
        <translation>PIN pitää roolit erillään: rajat ja luvat asetetaan vain fysioterapeutin nimissä. Se ei suojaa tietoja; sen tekevät tietokoneen oma lukitus ja salalause.</translation>
    </message>
    <message>
        <source>Try again in {0}.</source>
        <translation>Yritä uudelleen, kun on kulunut {0}.</translation>
    </message>
    <message>
        <source>The two PINs differ. Enter them again.</source>
        <translation>PINit eivät ole samat. Anna ne uudelleen.</translation>
    </message>
    <message>
        <source>Who is it?</source>
        <translation>Kuka?</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>Open the area</source>
        <translation>Avaa alue</translation>
    </message>
    <message>
        <source>I forgot my PIN</source>
        <translation>Unohdin PINin</translation>
    </message>
    <message>
        <source>Set up the physiotherapist&apos;s area</source>
        <translation>Ota fysioterapeutin alue käyttöön</translation>
    </message>
    <message>
        <source>Nobody has a PIN on this computer yet. A physiotherapist enters their name and chooses one of at least {0} characters. Who is no physiotherapist needs nothing of this.</source>
        <translation>Kenelläkään ei ole vielä PINiä tällä tietokoneella. Fysioterapeutti antaa nimensä ja valitsee PINin, jossa on vähintään {0} merkkiä. Muut eivät tarvitse tästä mitään.</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Nimesi</translation>
    </message>
    <message>
        <source>New PIN</source>
        <translation>Uusi PIN</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>Sama uudelleen</translation>
    </message>
    <message>
        <source>Set up and open</source>
        <translation>Ota käyttöön ja avaa</translation>
    </message>
    <message>
        <source>A new PIN</source>
        <translation>Uusi PIN</translation>
    </message>
    <message>
        <source>The recovery passphrase of this computer&apos;s data gives you a new PIN. Your signing key is made anew with it, so your patients compare your six words once more. What you set before stays, and stays signed.</source>
        <translation>Tämän tietokoneen tietojen palautuslauseella saat uuden PINin. Allekirjoitusavaimesi tehdään samalla uudelleen, joten potilaasi vertaavat kuutta sanaasi vielä kerran. Aiemmin asettamasi pysyy, ja se pysyy allekirjoitettuna.</translation>
    </message>
    <message>
        <source>Without the passphrase, the owner of this account can remove all PINs with “hipcoach physio --forget-pins”, and you begin anew. Nothing that was recorded is lost.</source>
        <translation>Ilman lausetta tämän käyttäjätilin omistaja voi poistaa kaikki PINit komennolla ”hipcoach physio --forget-pins”, ja aloitat alusta. Mitään tallennettua ei katoa.</translation>
    </message>
    <message>
        <source>Recovery passphrase</source>
        <translation>Palautuslause</translation>
    </message>
    <message>
        <source>Take the new PIN</source>
        <translation>Ota uusi PIN käyttöön</translation>
    </message>
</context>
<context>
    <name>guided</name>
    <message>
        <source>How was the walk?</source>
        <translation>Millainen kävely oli?</translation>
    </message>
    <message>
        <source>The worst pain during the walk</source>
        <translation>Pahin kipu kävelyn aikana</translation>
    </message>
    <message>
        <source>The pain right now</source>
        <translation>Kipu juuri nyt</translation>
    </message>
    <message>
        <source>Where?</source>
        <translation>Missä?</translation>
    </message>
    <message>
        <source>Any of these?</source>
        <translation>Tunsitko jotain näistä?</translation>
    </message>
    <message>
        <source>No</source>
        <translation>En</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Kyllä</translation>
    </message>
    <message>
        <source>Did you limp?</source>
        <translation>Onnuitko?</translation>
    </message>
    <message>
        <source>What set it off?</source>
        <translation>Mikä laukaisi kivun?</translation>
    </message>
    <message>
        <source>What eased it?</source>
        <translation>Mikä helpotti?</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Tallenna</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Valmis</translation>
    </message>
    <message>
        <source>Time walked: {0}</source>
        <translation>Kävelyaika: {0}</translation>
    </message>
    <message>
        <source>This was a simulated walk: your diary holds nothing of it.</source>
        <translation>Tämä oli simuloitu kävely: siitä ei jää mitään päiväkirjaasi.</translation>
    </message>
    <message>
        <source>Today&apos;s exercises</source>
        <translation>Päivän harjoitteet</translation>
    </message>
    <message>
        <source>Back to Today</source>
        <translation>Takaisin Tänään-sivulle</translation>
    </message>
    <message>
        <source>Look at the whole walk</source>
        <translation>Katso koko kävelyä</translation>
    </message>
    <message>
        <source>What comes next</source>
        <translation>Mitä seuraavaksi</translation>
    </message>
    <message>
        <source>Before the walk</source>
        <translation>Ennen kävelyä</translation>
    </message>
    <message>
        <source>Where do you walk?</source>
        <translation>Missä kävelet?</translation>
    </message>
    <message>
        <source>The safety cord is clipped on</source>
        <translation>Turvanaru on kiinni vaatteissa</translation>
    </message>
    <message>
        <source>The speed of the belt is known:</source>
        <translation>Maton nopeus tiedetään:</translation>
    </message>
    <message>
        <source>Metronome, a little above your own rhythm: shorter steps</source>
        <translation>Metronomi hieman omaa rytmiäsi nopeammin: lyhyemmät askeleet</translation>
    </message>
    <message>
        <source>Metronome at your own rhythm (stops if it speeds you up)</source>
        <translation>Metronomi omassa rytmissäsi (lakkaa, jos se nopeuttaa sinua)</translation>
    </message>
    <message>
        <source>How much feedback?</source>
        <translation>Kuinka paljon palautetta?</translation>
    </message>
    <message>
        <source>Taken or used in the last hours?</source>
        <translation>Mitä olet käyttänyt viime tunteina?</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Seuraava</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ei nyt</translation>
    </message>
    <message>
        <source>Today&apos;s walk</source>
        <translation>Päivän kävely</translation>
    </message>
    <message>
        <source>The sensor on your thigh</source>
        <translation>Anturi reiteen</translation>
    </message>
    <message>
        <source>{0} cm above the kneecap</source>
        <translation>{0} cm polvilumpion yläpuolella</translation>
    </message>
    <message>
        <source>Play the tone</source>
        <translation>Soita merkkiääni</translation>
    </message>
    <message>
        <source>Say something</source>
        <translation>Sano jotain</translation>
    </message>
    <message>
        <source>Find my sensor</source>
        <translation>Etsi anturini</translation>
    </message>
    <message>
        <source>Try it with a simulated walker</source>
        <translation>Kokeile simuloidulla kävelijällä</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Takaisin</translation>
    </message>
    <message>
        <source>Do you hear both?</source>
        <translation>Kuuletko molemmat?</translation>
    </message>
    <message>
        <source>Speed of the belt, kilometres an hour</source>
        <translation>Maton nopeus, kilometriä tunnissa</translation>
    </message>
    <message>
        <source>Do this step again</source>
        <translation>Tee tämä vaihe uudelleen</translation>
    </message>
    <message>
        <source>Resting: the time stands still until you walk on.</source>
        <translation>Lepo: aika seisoo, kunnes kävelet taas.</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>Selvä</translation>
    </message>
    <message>
        <source>A measured way</source>
        <translation>Mitattu matka</translation>
    </message>
    <message>
        <source>How many metres did you walk, from standing to standing?</source>
        <translation>Montako metriä kävelit seisomasta seisomaan?</translation>
    </message>
    <message>
        <source>Thank you. The next walk knows your stride better.</source>
        <translation>Kiitos. Seuraava kävely tuntee askeleesi paremmin.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Jatka</translation>
    </message>
    <message>
        <source>Tingling: new, stronger or lasting</source>
        <translation>Pistelyä: uutta, tavallista voimakkaampaa tai pitkittyvää</translation>
    </message>
    <message>
        <source>Numbness or weakness</source>
        <translation>Tunnottomuutta tai heikkoutta</translation>
    </message>
    <message>
        <source>Something new below the knee</source>
        <translation>Jotain uutta polven alapuolella</translation>
    </message>
    <message>
        <source>How sore did it get?</source>
        <translation>Kuinka kova kipu oli pahimmillaan?</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Myöhemmin</translation>
    </message>
    <message>
        <source>Begin the walk</source>
        <translation>Aloita kävely</translation>
    </message>
    <message>
        <source>I measured the way</source>
        <translation>Mittasin matkan</translation>
    </message>
    <message>
        <source>It hurts (Space)</source>
        <translation>Sattuu (välilyönti)</translation>
    </message>
    <message>
        <source>Mute (M)</source>
        <translation>Mykistä (M)</translation>
    </message>
    <message>
        <source>Details (D)</source>
        <translation>Tarkemmin (D)</translation>
    </message>
    <message>
        <source>End walk</source>
        <translation>Lopeta kävely</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Poistu</translation>
    </message>
    <message>
        <source>Go on (P)</source>
        <translation>Jatka (P)</translation>
    </message>
    <message>
        <source>Pause (P)</source>
        <translation>Tauko (P)</translation>
    </message>
    <message>
        <source>Sound on (M)</source>
        <translation>Äänet päälle (M)</translation>
    </message>
    <message>
        <source>Outdoors or about the house</source>
        <translation>Ulkona tai sisällä kulkien</translation>
    </message>
    <message>
        <source>Back and forth in a corridor</source>
        <translation>Edestakaisin käytävässä</translation>
    </message>
    <message>
        <source>Treadmill</source>
        <translation>Juoksumatto</translation>
    </message>
    <message>
        <source>Sound from the loudspeaker or in one open ear. Never listen in traffic.</source>
        <translation>Ääni kaiuttimesta tai yhteen korvaan. Älä kuuntele liikenteessä.</translation>
    </message>
    <message>
        <source>Put the computer where you see it from the corridor. Words come at the turns.</source>
        <translation>Aseta tietokone niin, että näet sen käytävältä. Sanat tulevat käännöksissä.</translation>
    </message>
    <message>
        <source>Clip the safety cord to your clothes. Put the screen straight ahead of you. When something is too much: slow the belt, then step off.</source>
        <translation>Kiinnitä turvanaru vaatteisiisi. Aseta näyttö suoraan eteesi. Jos jokin on liikaa: hidasta matto, astu sitten pois.</translation>
    </message>
    <message>
        <source>After your operation or fracture there are no cues until your physiotherapist opens them. The walk is recorded, and pain can be marked.</source>
        <translation>Leikkauksesi tai murtumasi jälkeen vihjeitä ei anneta, ennen kuin fysioterapeuttisi avaa ne. Kävely tallennetaan, ja kivun voi merkitä.</translation>
    </message>
    <message>
        <source>There is no limit yet. Walk as usual: after three comfortable walks the program knows your range. Until then there are no cues.</source>
        <translation>Rajaa ei vielä ole. Kävele tavalliseen tapaan: kolmen mukavan kävelyn jälkeen ohjelma tuntee alueesi. Siihen asti vihjeitä ei tule.</translation>
    </message>
    <message>
        <source>Cues come beyond your limit of {0}.</source>
        <translation>Vihjeitä tulee, kun rajasi {0} ylittyy.</translation>
    </message>
    <message>
        <source>For every stride</source>
        <translation>Joka askelparista</translation>
    </message>
    <message>
        <source>For half of the strides</source>
        <translation>Puolesta askelpareista</translation>
    </message>
    <message>
        <source>For a quarter of the strides</source>
        <translation>Neljäsosasta askelpareista</translation>
    </message>
    <message>
        <source>Three walks in a row stayed within your range: now with less feedback.</source>
        <translation>Kolme kävelyä peräkkäin pysyi alueellasi: nyt vähemmän palautetta.</translation>
    </message>
    <message>
        <source>The last two walks were harder: more feedback again.</source>
        <translation>Kaksi viime kävelyä oli vaikeampia: taas enemmän palautetta.</translation>
    </message>
    <message>
        <source>Strap the sensor to your left thigh, in the middle third, at the front and a little to the outside. The arrow points up. Tight enough that it does not slide.</source>
        <translation>Kiinnitä anturi vasempaan reiteen, keskimmäiseen kolmannekseen, eteen ja hieman ulkosivulle. Nuoli osoittaa ylös. Niin tiukalle, ettei se luista.</translation>
    </message>
    <message>
        <source>Strap the sensor to your right thigh, in the middle third, at the front and a little to the outside. The arrow points up. Tight enough that it does not slide.</source>
        <translation>Kiinnitä anturi oikeaan reiteen, keskimmäiseen kolmannekseen, eteen ja hieman ulkosivulle. Nuoli osoittaa ylös. Niin tiukalle, ettei se luista.</translation>
    </message>
    <message>
        <source>As last time: same place, arrow up, strap tight.</source>
        <translation>Kuten viimeksi: sama paikka, nuoli ylös, hihna tiukalle.</translation>
    </message>
    <message>
        <source>That was too short to count as a walk.</source>
        <translation>Tämä oli liian lyhyt kävelyksi.</translation>
    </message>
    <message>
        <source>You told of balance trouble, dizziness or medicine that makes you drowsy, so no treadmill.</source>
        <translation>Kerroit tasapainovaikeuksista, huimauksesta tai väsyttävästä lääkkeestä, joten ei juoksumattoa.</translation>
    </message>
    <message>
        <source>Nothing of it is in your diary. If it hurts, tell it here again.</source>
        <translation>Päiväkirjaasi ei jää siitä mitään. Jos sattuu, kerro se tässä uudelleen.</translation>
    </message>
    <message>
        <source>Bluetooth headphones sound 150 to 250 milliseconds late: the tone then comes at the end of the step it belongs to. The loudspeaker or a cable is quicker.</source>
        <translation>Bluetooth-kuulokkeissa ääni tulee 150–250 millisekuntia myöhässä: merkkiääni kuuluu silloin vasta askeleensa lopussa. Kaiutin tai johto on nopeampi.</translation>
    </message>
    <message>
        <source>This is how loud I speak.</source>
        <translation>Näin kovaa puhun.</translation>
    </message>
    <message>
        <source>Stand, and lift the knee of your sore side, the left one, three times.</source>
        <translation>Seiso ja nosta kipeän puolesi polvea, siis vasenta, kolme kertaa.</translation>
    </message>
    <message>
        <source>Stand, and lift the knee of your sore side, the right one, three times.</source>
        <translation>Seiso ja nosta kipeän puolesi polvea, siis oikeaa, kolme kertaa.</translation>
    </message>
    <message>
        <source>Stand upright and still for five seconds.</source>
        <translation>Seiso suorana ja paikallasi viisi sekuntia.</translation>
    </message>
    <message>
        <source>Walk twenty steps, as you usually do.</source>
        <translation>Kävele kaksikymmentä askelta tavalliseen tapaasi.</translation>
    </message>
    <message>
        <source>Go.</source>
        <translation>Lähde.</translation>
    </message>
    <message>
        <source>All is ready. Press Begin.</source>
        <translation>Kaikki on valmista. Paina Aloita.</translation>
    </message>
    <message>
        <source>The sensor does not swing.</source>
        <translation>Anturi ei heilahda.</translation>
    </message>
    <message>
        <source>It may sit on the other leg. Strap it to the thigh of your sore side and lift that knee three times.</source>
        <translation>Se voi olla toisessa jalassa. Kiinnitä se kipeän puolen reiteen ja nosta sitä polvea kolme kertaa.</translation>
    </message>
    <message>
        <source>Not every lift was seen.</source>
        <translation>Kaikkia nostoja ei näkynyt.</translation>
    </message>
    <message>
        <source>Stand a moment, then lift the knee to about hip height.</source>
        <translation>Seiso hetki ja nosta sitten polvi suunnilleen lonkan korkeudelle.</translation>
    </message>
    <message>
        <source>That was not quite still.</source>
        <translation>Et ollut aivan paikallasi.</translation>
    </message>
    <message>
        <source>Stand upright, weight on both feet, for five seconds.</source>
        <translation>Seiso suorana, paino molemmilla jaloilla, viisi sekuntia.</translation>
    </message>
    <message>
        <source>Too few steps were seen.</source>
        <translation>Askelia näkyi liian vähän.</translation>
    </message>
    <message>
        <source>Walk on at your usual pace until twenty are counted.</source>
        <translation>Jatka tavallista vauhtiasi, kunnes kaksikymmentä on laskettu.</translation>
    </message>
    <message>
        <source>The steps were too short, uneven or full of turns.</source>
        <translation>Askeleet olivat liian lyhyitä, epätasaisia tai täynnä käännöksiä.</translation>
    </message>
    <message>
        <source>Walk straight ahead at your usual pace.</source>
        <translation>Kävele suoraan eteenpäin tavallista vauhtiasi.</translation>
    </message>
    <message>
        <source>Put it right, then do this step again.</source>
        <translation>Korjaa se ja tee tämä vaihe uudelleen.</translation>
    </message>
    <message>
        <source>The arrow points down.</source>
        <translation>Nuoli osoittaa alas.</translation>
    </message>
    <message>
        <source>The sensor sits at the back of the thigh.</source>
        <translation>Anturi on reiden takana.</translation>
    </message>
    <message>
        <source>The sensor sits far round the side of the thigh.</source>
        <translation>Anturi on liikaa reiden sivulla.</translation>
    </message>
    <message>
        <source>Has the strap or your foot turned?</source>
        <translation>Onko hihna tai jalkateräsi kääntynyt?</translation>
    </message>
    <message>
        <source>The sensor cannot tell the two apart. Look at the strap.</source>
        <translation>Anturi ei erota niitä toisistaan. Katso hihnaa.</translation>
    </message>
    <message>
        <source>Your strides look different from last time.</source>
        <translation>Askeleesi näyttävät erilaisilta kuin viimeksi.</translation>
    </message>
    <message>
        <source>Stand still for five seconds. Until then the cues are not sure. Has the strap or your foot turned?</source>
        <translation>Seiso paikallasi viisi sekuntia. Siihen asti vihjeet ovat epävarmoja. Onko hihna tai jalkateräsi kääntynyt?</translation>
    </message>
    <message>
        <source>Your usual stride: {0}.</source>
        <translation>Tavallinen askelparisi: {0}.</translation>
    </message>
    <message>
        <source>The metronome stopped itself: you walked faster, and the steps were no smaller.</source>
        <translation>Metronomi lakkasi itsestään: kävelit nopeammin eivätkä askeleet pienentyneet.</translation>
    </message>
    <message>
        <source>The metronome needs the speed of the belt.</source>
        <translation>Metronomi tarvitsee maton nopeuden.</translation>
    </message>
    <message>
        <source>Slow the belt, then step off.</source>
        <translation>Hidasta matto, astu sitten pois.</translation>
    </message>
    <message>
        <source>That is enough for today. Stop here and rest.</source>
        <translation>Tämä riittää tältä päivältä. Pysähdy tähän ja lepää.</translation>
    </message>
    <message>
        <source>Your range is found. Slow the belt, then step off.</source>
        <translation>Alueesi on löytynyt. Hidasta matto, astu sitten pois.</translation>
    </message>
    <message>
        <source>Pain has risen by one: your range is found. End the walk here.</source>
        <translation>Kipu nousi yhdellä: alueesi on löytynyt. Lopeta kävely tähän.</translation>
    </message>
    <message>
        <source>A little too much. Smaller steps from here on.</source>
        <translation>Hieman liikaa. Tästä eteenpäin pienemmät askeleet.</translation>
    </message>
    <message>
        <source>This computer could not be asked to stay awake. If the screen goes dark, move the mouse; the walk is kept either way.</source>
        <translation>Tietokonetta ei voitu pyytää pysymään hereillä. Jos näyttö pimenee, liikuta hiirtä; kävely tallentuu joka tapauksessa.</translation>
    </message>
    <message>
        <source>Your walk is saved up to {0}. We keep trying; you can walk on without cues.</source>
        <translation>Kävelysi on tallessa kohtaan {0} asti. Yritämme yhä; voit jatkaa kävelyä ilman vihjeitä.</translation>
    </message>
    <message>
        <source>{0} strides were measured.</source>
        <translation>{0} askelparia mitattiin.</translation>
    </message>
    <message>
        <source>{0} of {1} strides were in your comfortable range.</source>
        <translation>{1} askelparista {0} oli mukavalla alueellasi.</translation>
    </message>
    <message>
        <source>In the two silent minutes: {0} within your range.</source>
        <translation>Kahden hiljaisen minuutin aikana: {0} alueellasi.</translation>
    </message>
    <message>
        <source>It was too much today. Rest from recorded walks for a day or two; short, gentle walking at home is fine.</source>
        <translation>Tänään se oli liikaa. Pidä tallennetuista kävelyistä taukoa päivä tai kaksi; lyhyt, kevyt kävely kotona sopii.</translation>
    </message>
    <message>
        <source>It was a little too much. Next time the same time with smaller steps.</source>
        <translation>Se oli hieman liikaa. Ensi kerralla sama aika, pienemmät askeleet.</translation>
    </message>
    <message>
        <source>It stayed comfortable.</source>
        <translation>Kävely pysyi mukavana.</translation>
    </message>
    <message>
        <source>Tomorrow morning, tell in ten seconds how the hip feels: it decides what is next.</source>
        <translation>Kerro huomisaamuna kymmenessä sekunnissa, miltä lonkka tuntuu: se ratkaisee, mitä seuraavaksi.</translation>
    </message>
    <message>
        <source>Your photo of where it sits</source>
        <translation>Valokuvasi anturin paikasta</translation>
    </message>
    <message>
        <source>Make ready from the start: knee lifts and steps</source>
        <translation>Valmistele alusta: polvennostot ja askeleet</translation>
    </message>
    <message>
        <source>The picture shows your legs from the front.</source>
        <translation>Kuvassa jalkasi näkyvät edestä.</translation>
    </message>
    <message>
        <source>Tell both ratings first.</source>
        <translation>Kerro ensin molemmat arviot.</translation>
    </message>
    <message>
        <source>This is how I walk</source>
        <translation>Kävelen näin</translation>
    </message>
    <message>
        <source>That looked like steps on the spot.</source>
        <translation>Se näytti paikallaan astumiselta.</translation>
    </message>
    <message>
        <source>Your thigh hardly went behind you. Walk straight ahead, twenty steps. If you did walk ahead, say so with the button.</source>
        <translation>Reitesi ei juuri mennyt taaksesi. Kävele suoraan eteenpäin kaksikymmentä askelta. Jos kävelit eteenpäin, kerro se painikkeella.</translation>
    </message>
    <message>
        <source>Time is up. End the walk when you like.</source>
        <translation>Aika on täynnä. Lopeta kävely, kun haluat.</translation>
    </message>
    <message>
        <source>Less feedback is the harder way. Your limit stays as it is.</source>
        <translation>Vähemmän palautetta on vaativampaa. Rajasi pysyy ennallaan.</translation>
    </message>
</context>
<context>
    <name>help</name>
    <message>
        <source>How far your thigh goes behind your own standing line. The sensor does not see your pelvis: when you arch your back, the hip extends less than shown, and when you lean back, more.</source>
        <translation>Kuinka pitkälle reisi menee oman seisomalinjasi taakse. Anturi ei näe lantiotasi: kun notkistat selkääsi, lonkka ojentuu näytettyä vähemmän, ja kun nojaat taakse, enemmän.</translation>
    </message>
    <message>
        <source>Your sore hip extends while the other foot steps forward. The step to make smaller is the one with the other foot, and both steps stay alike.</source>
        <translation>Kipeä lonkka ojentuu, kun toinen jalka astuu eteen. Pienennettävä askel on se, jonka otat toisella jalalla, ja molemmat askeleet pysyvät samanlaisina.</translation>
    </message>
    <message>
        <source>Pain decides, not the screen. This is a training aid; it does not diagnose.</source>
        <translation>Kipu ratkaisee, ei näyttö. Tämä on harjoittelun apuväline; se ei tee diagnoosia.</translation>
    </message>
</context>
<context>
    <name>history</name>
    <message>
        <source>Operations and fractures of this hip</source>
        <translation>Tämän lonkan leikkaukset ja murtumat</translation>
    </message>
    <message>
        <source>None told.</source>
        <translation>Ei kerrottu.</translation>
    </message>
    <message>
        <source>Add an operation or fracture</source>
        <translation>Lisää leikkaus tai murtuma</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Mitä tapahtui</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Milloin</translation>
    </message>
    <message>
        <source>Approach</source>
        <translation>Leikkausavaus</translation>
    </message>
    <message>
        <source>In the first {0} weeks only what is ticked here is open.</source>
        <translation>Ensimmäiset {0} viikkoa vain tässä valitut ovat auki.</translation>
    </message>
    <message>
        <source>Open now</source>
        <translation>Auki nyt</translation>
    </message>
    <message>
        <source>Close single things…</source>
        <translation>Sulje yksittäisiä…</translation>
    </message>
    <message>
        <source>Closed until you say otherwise</source>
        <translation>Kiinni, kunnes toisin sanot</translation>
    </message>
    <message>
        <source>Remove this entry</source>
        <translation>Poista tämä merkintä</translation>
    </message>
    <message>
        <source>Long-stride test</source>
        <translation>Pitkän askeleen testi</translation>
    </message>
    <message>
        <source>Cues while walking</source>
        <translation>Vihjeet kävellessä</translation>
    </message>
    <message>
        <source>Bridges</source>
        <translation>Lantionnostot</translation>
    </message>
    <message>
        <source>Lying on the front</source>
        <translation>Päinmakuu</translation>
    </message>
    <message>
        <source>Reaching back turned out</source>
        <translation>Ojennus taakse ulos kierrettynä</translation>
    </message>
    <message>
        <source>The restrictions are entered, or there are none</source>
        <translation>Rajoitukset on kirjattu, tai niitä ei ole</translation>
    </message>
    <message>
        <source>Restrictions</source>
        <translation>Rajoitukset</translation>
    </message>
</context>
<context>
    <name>home</name>
    <message>
        <source>Today</source>
        <translation>Tänään</translation>
    </message>
    <message>
        <source>Trends</source>
        <translation>Kehitys</translation>
    </message>
    <message>
        <source>Somebody new</source>
        <translation>Joku uusi</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Asetukset</translation>
    </message>
    <message>
        <source>Exercises</source>
        <translation>Harjoitteet</translation>
    </message>
    <message>
        <source>Physiotherapist</source>
        <translation>Fysioterapeutti</translation>
    </message>
    <message>
        <source>Recorded walks</source>
        <translation>Kävelyt</translation>
    </message>
</context>
<context>
    <name>intake</name>
    <message>
        <source>How it began</source>
        <translation>Miten se alkoi</translation>
    </message>
    <message>
        <source>Day of the injury</source>
        <translation>Vamman päivä</translation>
    </message>
    <message>
        <source>In a usual week</source>
        <translation>Tavallisella viikolla</translation>
    </message>
    <message>
        <source>Examination</source>
        <translation>Tutkiminen</translation>
    </message>
    <message>
        <source>Hamstring</source>
        <translation>Takareisi</translation>
    </message>
    <message>
        <source>Coxa valga</source>
        <translation>Coxa valga</translation>
    </message>
    <message>
        <source>Back and pelvis</source>
        <translation>Selkä ja lantio</translation>
    </message>
    <message>
        <source>Foot</source>
        <translation>Jalkaterä</translation>
    </message>
    <message>
        <source>Tests by hand</source>
        <translation>Käsin tehdyt testit</translation>
    </message>
    <message>
        <source>Look-alikes considered</source>
        <translation>Harkitut muut syyt</translation>
    </message>
    <message>
        <source>Pictures and diagnosis</source>
        <translation>Kuvat ja diagnoosi</translation>
    </message>
    <message>
        <source>Ischiofemoral space</source>
        <translation>Iskiofemoraalitila</translation>
    </message>
    <message>
        <source>mm</source>
        <translation>mm</translation>
    </message>
    <message>
        <source>Quadratus femoris space</source>
        <translation>Quadratus femoris -tila</translation>
    </message>
    <message>
        <source>Swelling in the quadratus femoris</source>
        <translation>Turvotusta quadratus femoriksessa</translation>
    </message>
    <message>
        <source>Day of the MRI</source>
        <translation>Magneettikuvan päivä</translation>
    </message>
    <message>
        <source>Diagnosis confirmed by</source>
        <translation>Diagnoosin vahvistanut</translation>
    </message>
    <message>
        <source>Confirmed on</source>
        <translation>Vahvistettu</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Huomautus</translation>
    </message>
    <message>
        <source>Intake</source>
        <translation>Alkututkimus</translation>
    </message>
    <message>
        <source>Which leg</source>
        <translation>Kumpi jalka</translation>
    </message>
    <message>
        <source>Keep the intake</source>
        <translation>Tallenna alkututkimus</translation>
    </message>
    <message>
        <source>No intake of this leg yet.</source>
        <translation>Tästä jalasta ei ole vielä alkututkimusta.</translation>
    </message>
    <message>
        <source>Kept by {0} on {1}.</source>
        <translation>Tallentanut {0}, {1}.</translation>
    </message>
    <message>
        <source>The intake is not kept yet.</source>
        <translation>Alkututkimusta ei ole vielä tallennettu.</translation>
    </message>
    <message>
        <source>Keep it, or leave it as it was before?</source>
        <translation>Tallennetaanko se, vai jätetäänkö ennalleen?</translation>
    </message>
    <message>
        <source>Leave it as it was</source>
        <translation>Jätä ennalleen</translation>
    </message>
    <message>
        <source>One day cannot be understood: write it as day.month.year.</source>
        <translation>Yhtä päivää ei voi ymmärtää: kirjoita se muodossa päivä.kuukausi.vuosi.</translation>
    </message>
    <message>
        <source>Not kept yet.</source>
        <translation>Ei vielä tallennettu.</translation>
    </message>
    <message>
        <source>Measures</source>
        <translation>Mitat</translation>
    </message>
    <message>
        <source>cm</source>
        <translation>cm</translation>
    </message>
    <message>
        <source>Leg length, hip to floor</source>
        <translation>Jalan pituus lonkasta lattiaan</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Pituus</translation>
    </message>
    <message>
        <source>Sensor above the kneecap</source>
        <translation>Anturi polvilumpion yläpuolella</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>Muut tiedot</translation>
    </message>
    <message>
        <source>Goals, in the person&apos;s words</source>
        <translation>Tavoitteet henkilön omin sanoin</translation>
    </message>
    <message>
        <source>Which activities are hard because of the hip? 0: cannot do it. 10: as well as before.</source>
        <translation>Mitkä tekemiset ovat lonkan takia vaikeita? 0: ei onnistu. 10: yhtä hyvin kuin ennen.</translation>
    </message>
    <message>
        <source>Activity {0}</source>
        <translation>Tekeminen {0}</translation>
    </message>
    <message>
        <source>Such as: walking to the shop</source>
        <translation>Esimerkiksi: kävely kauppaan</translation>
    </message>
    <message>
        <source>0–10?</source>
        <translation>0–10?</translation>
    </message>
    <message>
        <source>How well activity {0} goes, 0 to 10</source>
        <translation>Miten hyvin tekeminen {0} sujuu, 0–10</translation>
    </message>
    <message>
        <source>Findings of the left leg</source>
        <translation>Vasemman jalan löydökset</translation>
    </message>
    <message>
        <source>Findings of the right leg</source>
        <translation>Oikean jalan löydökset</translation>
    </message>
    <message>
        <source>Which hip is sore?</source>
        <translation>Kumpi lonkka on kipeä?</translation>
    </message>
</context>
<context>
    <name>limit</name>
    <message>
        <source>My limit, {0} leg</source>
        <translation>Rajani, {0} jalka</translation>
    </message>
    <message>
        <source>A lower limit, degrees</source>
        <translation>Alempi raja, astetta</translation>
    </message>
    <message>
        <source>Lower my limit to this</source>
        <translation>Laske rajani tähän</translation>
    </message>
    <message>
        <source>You can lower a limit whenever it helps. Raising it is up to your physiotherapist.</source>
        <translation>Voit laskea rajaa aina, kun se auttaa. Nostamisesta päättää fysioterapeuttisi.</translation>
    </message>
    <message>
        <source>No limit yet</source>
        <translation>Ei vielä rajaa</translation>
    </message>
    <message>
        <source>After three walks that were comfortable by morning the program suggests one from your own usual strides. A physiotherapist can measure it.</source>
        <translation>Kun kolme kävelyä on ollut aamuun mennessä mukavia, ohjelma ehdottaa rajaa omista tavallisista askelistasi. Fysioterapeutti voi mitata sen.</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Ei rajaa</translation>
    </message>
    <message>
        <source>Suggested from three of your own comfortable walks</source>
        <translation>Ehdotettu kolmesta omasta mukavasta kävelystäsi</translation>
    </message>
    <message>
        <source>you</source>
        <translation>sinä</translation>
    </message>
    <message>
        <source>the program</source>
        <translation>ohjelma</translation>
    </message>
    <message>
        <source>Set by {0} on {1}</source>
        <translation>Asettaja: {0}, {1}</translation>
    </message>
    <message>
        <source>Holds until {0}; after that it is time to test again</source>
        <translation>Voimassa {0} asti; sen jälkeen on aika testata uudelleen</translation>
    </message>
    <message>
        <source>Grade A: well known</source>
        <translation>Luokka A: tunnetaan hyvin</translation>
    </message>
    <message>
        <source>Grade B: fairly well known</source>
        <translation>Luokka B: tunnetaan melko hyvin</translation>
    </message>
    <message>
        <source>Grade C: roughly known</source>
        <translation>Luokka C: tunnetaan suunnilleen</translation>
    </message>
    <message>
        <source>Grade N: pain was not provoked</source>
        <translation>Luokka N: kipua ei tullut esiin</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ei mitään</translation>
    </message>
    <message>
        <source>Measured by a long-stride test</source>
        <translation>Mitattu pitkän askeleen testillä</translation>
    </message>
    <message>
        <source>Set by hand</source>
        <translation>Asetettu käsin</translation>
    </message>
    <message>
        <source>Holds until {0}; comfortable walks renew it</source>
        <translation>Voimassa {0} asti; mukavat kävelyt uusivat rajan</translation>
    </message>
    <message>
        <source>Own pain begins between {0} and {1} (95 %)</source>
        <translation>Oma kipu alkaa välillä {0}–{1} (95 %)</translation>
    </message>
</context>
<context>
    <name>pain</name>
    <message>
        <source>no pain</source>
        <translation>ei kipua</translation>
    </message>
    <message>
        <source>worst pain there can be</source>
        <translation>pahin mahdollinen kipu</translation>
    </message>
    <message>
        <source>How sore, 0 to 10</source>
        <translation>Kuinka kova kipu, 0–10</translation>
    </message>
</context>
<context>
    <name>people</name>
    <message>
        <source>People</source>
        <translation>Henkilöt</translation>
    </message>
    <message>
        <source>Find by name</source>
        <translation>Etsi nimellä</translation>
    </message>
    <message>
        <source>Nobody of that name.</source>
        <translation>Sen nimistä ei ole.</translation>
    </message>
    <message>
        <source>Somebody new</source>
        <translation>Joku uusi</translation>
    </message>
    <message>
        <source>Name, or a code</source>
        <translation>Nimi tai koodi</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Vasen</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Oikea</translation>
    </message>
    <message>
        <source>Both, left worse</source>
        <translation>Molemmat, vasen pahempi</translation>
    </message>
    <message>
        <source>Both, right worse</source>
        <translation>Molemmat, oikea pahempi</translation>
    </message>
    <message>
        <source>Which hip is sore?</source>
        <translation>Kumpi lonkka on kipeä?</translation>
    </message>
    <message>
        <source>Choose which hip is sore.</source>
        <translation>Valitse kipeä lonkka.</translation>
    </message>
    <message>
        <source>Add, and begin the intake</source>
        <translation>Lisää ja aloita alkututkimus</translation>
    </message>
    <message>
        <source>last walk {0}</source>
        <translation>viimeisin kävely {0}</translation>
    </message>
    <message>
        <source>limit until {0}</source>
        <translation>raja voimassa {0} asti</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>ei rajaa</translation>
    </message>
</context>
<context>
    <name>prescribe</name>
    <message>
        <source>Exercises</source>
        <translation>Harjoitteet</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Poista</translation>
    </message>
    <message>
        <source>Hide those that are simply open</source>
        <translation>Piilota tavalliset avoimet</translation>
    </message>
    <message>
        <source>Show also those that are simply open</source>
        <translation>Näytä myös tavalliset avoimet</translation>
    </message>
    <message>
        <source>An exercise of your own</source>
        <translation>Oma harjoitteesi</translation>
    </message>
    <message>
        <source>Its name</source>
        <translation>Sen nimi</translation>
    </message>
    <message>
        <source>Step {0}</source>
        <translation>Vaihe {0}</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>Mihin</translation>
    </message>
    <message>
        <source>Sore leg</source>
        <translation>Kipeä jalka</translation>
    </message>
    <message>
        <source>One, then the other</source>
        <translation>Ensin toinen, sitten toinen</translation>
    </message>
    <message>
        <source>Both together</source>
        <translation>Molemmat yhdessä</translation>
    </message>
    <message>
        <source>Which leg</source>
        <translation>Kumpi jalka</translation>
    </message>
    <message>
        <source>Sets</source>
        <translation>Sarjoja</translation>
    </message>
    <message>
        <source>Repetitions</source>
        <translation>Toistoja</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Pito</translation>
    </message>
    <message>
        <source>s</source>
        <translation>s</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ei</translation>
    </message>
    <message>
        <source>Add this exercise</source>
        <translation>Lisää tämä harjoite</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sulje</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Avaa</translation>
    </message>
    <message>
        <source>Lock again</source>
        <translation>Sulje taas</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Avaa taas</translation>
    </message>
    <message>
        <source>Walking</source>
        <translation>Kävely</translation>
    </message>
    <message>
        <source>min</source>
        <translation>min</translation>
    </message>
    <message>
        <source>Next walk</source>
        <translation>Seuraava kävely</translation>
    </message>
    <message>
        <source>by the plan</source>
        <translation>suunnitelman mukaan</translation>
    </message>
    <message>
        <source>Pace of the next walk</source>
        <translation>Seuraavan kävelyn vauhti</translation>
    </message>
    <message>
        <source>Longest walk</source>
        <translation>Pisin kävely</translation>
    </message>
    <message>
        <source>Time, pace, stride and stage may rise</source>
        <translation>Aika, vauhti, askel ja vaihe saavat nousta</translation>
    </message>
    <message>
        <source>Brisk pace is open</source>
        <translation>Reipas vauhti on auki</translation>
    </message>
    <message>
        <source>Full strides (the stage Return) are open</source>
        <translation>Täydet askeleet (vaihe Paluu) ovat auki</translation>
    </message>
    <message>
        <source>Open to the plan</source>
        <translation>Suunnitelmalle auki</translation>
    </message>
    <message>
        <source>The next walk is at least 3 minutes and no longer than the longest.</source>
        <translation>Seuraava kävely on vähintään 3 minuuttia eikä pidempi kuin pisin.</translation>
    </message>
    <message>
        <source>Way back to full strides</source>
        <translation>Paluu täysiin askeliin</translation>
    </message>
    <message>
        <source>The limit may rise while walks stay green</source>
        <translation>Raja saa nousta, kun kävelyt pysyvät vihreinä</translation>
    </message>
    <message>
        <source>Rise a week</source>
        <translation>Nousu viikossa</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Alkaen</translation>
    </message>
    <message>
        <source>Up to</source>
        <translation>Enintään</translation>
    </message>
    <message>
        <source>The top must lie above the start.</source>
        <translation>Ylärajan on oltava lähtörajaa suurempi.</translation>
    </message>
    <message>
        <source>Heard while walking, at most</source>
        <translation>Kuuluu kävellessä enintään</translation>
    </message>
    <message>
        <source>The person can choose less, never more.</source>
        <translation>Henkilö voi valita vähemmän, ei koskaan enempää.</translation>
    </message>
    <message>
        <source>Prescription</source>
        <translation>Hoito-ohje</translation>
    </message>
    <message>
        <source>A line to the person</source>
        <translation>Rivi henkilölle</translation>
    </message>
    <message>
        <source>What the person reads</source>
        <translation>Mitä henkilö lukee</translation>
    </message>
    <message>
        <source>Keep it here</source>
        <translation>Tallenna tähän</translation>
    </message>
    <message>
        <source>Give it as a file…</source>
        <translation>Anna tiedostona…</translation>
    </message>
    <message>
        <source>A signed file for the person&apos;s own computer</source>
        <translation>Allekirjoitettu tiedosto henkilön omaan tietokoneeseen</translation>
    </message>
    <message>
        <source>Kept by {0} on {1}.</source>
        <translation>Tallentanut {0}, {1}.</translation>
    </message>
    <message>
        <source>The prescription is not kept yet.</source>
        <translation>Ohjetta ei ole vielä tallennettu.</translation>
    </message>
    <message>
        <source>Keep it, or leave it as it was before?</source>
        <translation>Tallennetaanko se, vai jätetäänkö ennalleen?</translation>
    </message>
    <message>
        <source>Leave it as it was</source>
        <translation>Jätä ennalleen</translation>
    </message>
    <message>
        <source>Written: {0}. Read your six words to them, by voice: {1}. Their code: {2}. The file is taken for {3} days.</source>
        <translation>Kirjoitettu: {0}. Lue kuusi sanaasi hänelle ääneen: {1}. Hänen koodinsa: {2}. Tiedosto kelpaa {3} päivää.</translation>
    </message>
    <message>
        <source>Not kept yet.</source>
        <translation>Ei vielä tallennettu.</translation>
    </message>
    <message>
        <source>It needs a name and at least one step, each of 3 to 140 letters; there can be nine of them.</source>
        <translation>Tarvitaan nimi ja ainakin yksi vaihe, kussakin 3–140 merkkiä; omia voi olla yhdeksän.</translation>
    </message>
    <message>
        <source>Nothing beyond what the program does by itself.</source>
        <translation>Ei muuta kuin mitä ohjelma tekee itsestään.</translation>
    </message>
    <message>
        <source>Where to write the prescription</source>
        <translation>Mihin ohje kirjoitetaan</translation>
    </message>
    <message>
        <source>Prescriptions (*{0})</source>
        <translation>Ohjeet (*{0})</translation>
    </message>
</context>
<context>
    <name>prescription</name>
    <message>
        <source>From your physiotherapist</source>
        <translation>Fysioterapeutiltasi</translation>
    </message>
    <message>
        <source>Take a prescription from a file…</source>
        <translation>Ota ohje tiedostosta…</translation>
    </message>
    <message>
        <source>Nothing yet. A physiotherapist can give you a file that ends in .prescription: choose it here, or drop it onto this window.</source>
        <translation>Ei vielä mitään. Fysioterapeutti voi antaa sinulle tiedoston, jonka nimen lopussa on .prescription: valitse se tässä tai pudota se tähän ikkunaan.</translation>
    </message>
    <message>
        <source>Your physiotherapist set something new</source>
        <translation>Fysioterapeuttisi asetti jotain uutta</translation>
    </message>
    <message>
        <source>Set by {0} on {1}.</source>
        <translation>Asettanut {0}, {1}.</translation>
    </message>
    <message>
        <source>Do not take it</source>
        <translation>Älä ota</translation>
    </message>
    <message>
        <source>{0} has set this for {1}</source>
        <translation>{0} on asettanut tämän henkilölle {1}</translation>
    </message>
    <message>
        <source>It is the first one with this signature. Call your physiotherapist, on a number you know, and have their six words read to you. Are these the same? It is for the code {0}.</source>
        <translation>Tämä on ensimmäinen tällä allekirjoituksella. Soita fysioterapeutillesi numeroon, jonka tunnet, ja pyydä häntä lukemaan kuusi sanaansa. Ovatko nämä samat? Ohje on koodille {0}.</translation>
    </message>
    <message>
        <source>The words are the same: take it</source>
        <translation>Sanat ovat samat: ota ohje</translation>
    </message>
    <message>
        <source>Not the same, or not now</source>
        <translation>Eivät samat, tai ei nyt</translation>
    </message>
    <message>
        <source>The signature is the one you compared. It sets:</source>
        <translation>Allekirjoitus on se, jota vertasit. Se asettaa:</translation>
    </message>
    <message>
        <source>Take it</source>
        <translation>Ota ohje</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>Selvä</translation>
    </message>
    <message>
        <source>Nothing beyond what the program does by itself.</source>
        <translation>Ei muuta kuin mitä ohjelma tekee itsestään.</translation>
    </message>
    <message>
        <source>Which prescription?</source>
        <translation>Mikä ohje?</translation>
    </message>
    <message>
        <source>Prescriptions (*{0})</source>
        <translation>Ohjeet (*{0})</translation>
    </message>
</context>
<context>
    <name>protect</name>
    <message>
        <source>Protect your walks with a passphrase?</source>
        <translation>Suojataanko kävelysi salalauseella?</translation>
    </message>
    <message>
        <source>Choose a passphrase…</source>
        <translation>Valitse salalause…</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ei nyt</translation>
    </message>
    <message>
        <source>Protecting</source>
        <translation>Suojataan</translation>
    </message>
    <message>
        <source>Without one, anybody who uses this computer under your name can read them. You can also do this later, in the settings.</source>
        <translation>Ilman sitä kuka tahansa, joka käyttää konetta sinun tunnuksellasi, voi lukea ne. Voit tehdä tämän myös myöhemmin asetuksissa.</translation>
    </message>
</context>
<context>
    <name>replay</name>
    <message>
        <source>{0}  ◆ pain</source>
        <translation>{0}  ◆ kipu</translation>
    </message>
    <message>
        <source>{0}  ◆ pain {1} of 10</source>
        <translation>{0}  ◆ kipu {1}/10</translation>
    </message>
    <message>
        <source>whole walk</source>
        <translation>koko kävely</translation>
    </message>
    <message>
        <source>{0} behind</source>
        <translation>{0} takana</translation>
    </message>
    <message>
        <source>{0} in front</source>
        <translation>{0} edessä</translation>
    </message>
    <message>
        <source>not clear</source>
        <translation>epäselvä</translation>
    </message>
    <message>
        <source>standing</source>
        <translation>seisoo</translation>
    </message>
    <message>
        <source>resting</source>
        <translation>lepää</translation>
    </message>
    <message>
        <source>getting up or down</source>
        <translation>nousee tai laskeutuu</translation>
    </message>
    <message>
        <source>walking</source>
        <translation>kävelee</translation>
    </message>
    <message>
        <source>running</source>
        <translation>juoksee</translation>
    </message>
    <message>
        <source>{0} ×</source>
        <translation>{0} ×</translation>
    </message>
    <message>
        <source>This walk ended without closing. All {0} are here.</source>
        <translation>Tämä kävely päättyi kesken. Kaikki {0} ovat tallessa.</translation>
    </message>
    <message>
        <source>This walk was cut off. All {0} that were kept are here.</source>
        <translation>Tämä kävely katkesi. Kaikki {0}, jotka ehdittiin tallentaa, ovat tässä.</translation>
    </message>
    <message>
        <source>{0} h {1} min {2} s</source>
        <translation>{0} h {1} min {2} s</translation>
    </message>
    <message>
        <source>{0} min {1} s</source>
        <translation>{0} min {1} s</translation>
    </message>
    <message>
        <source>{0} s</source>
        <translation>{0} s</translation>
    </message>
    <message>
        <source>The leg length is not known, so there are no stride lengths.</source>
        <translation>Jalan pituutta ei tiedetä, joten askelparien pituuksia ei ole.</translation>
    </message>
    <message>
        <source>Which leg wore the sensor is not known, so inward and outward are not told.</source>
        <translation>Ei tiedetä, kummassa jalassa anturi oli, joten sisään- ja ulospäin kääntymistä ei kerrota.</translation>
    </message>
    <message>
        <source>How the sensor sat is not known; which way is forward is taken from the swing.</source>
        <translation>Anturin asentoa ei tiedetä; eteenpäin päätellään heilahduksesta.</translation>
    </message>
    <message>
        <source>Stride {0}: extension {1}</source>
        <translation>Askelpari {0}: ojennus {1}</translation>
    </message>
    <message>
        <source>Stride {0}: extension {1}, length {2}</source>
        <translation>Askelpari {0}: ojennus {1}, pituus {2}</translation>
    </message>
    <message>
        <source>Not judged: {0}</source>
        <translation>Ei arvioitu: {0}</translation>
    </message>
    <message>
        <source>▲ Over the limit of {0} by {1}</source>
        <translation>▲ Ylitti rajan {0}, ylitys {1}</translation>
    </message>
    <message>
        <source>● Within the limit of {0}, {1} below it</source>
        <translation>● Rajan {0} sisällä, {1} alle sen</translation>
    </message>
    <message>
        <source>Rule: foreseen at a chance of {1} or more; it was {0}.</source>
        <translation>Sääntö: ennakoidaan, kun todennäköisyys on vähintään {1}; se oli {0}.</translation>
    </message>
    <message>
        <source>Rule: measured, at a chance of {1} or more; it was {0}.</source>
        <translation>Sääntö: mitataan, kun todennäköisyys on vähintään {1}; se oli {0}.</translation>
    </message>
    <message>
        <source>The stride before was over the limit: this one had to be under it by the dead band to count as within.</source>
        <translation>Edellinen askelpari ylitti rajan: tämän olisi pitänyt alittaa se kuolleen alueen verran, jotta se olisi laskettu rajan sisään.</translation>
    </message>
    <message>
        <source>The stride then measured {0}.</source>
        <translation>Askelparin mitattu ojennus oli lopulta {0}.</translation>
    </message>
    <message>
        <source>Nothing was to be heard: cues keep apart, and wait for the usual stride.</source>
        <translation>Mitään ei kuulunut: vihjeet pitävät väliä ja odottavat tavallisen askelparin oppimista.</translation>
    </message>
    <message>
        <source>Decided at {0}, from {1} samples since the stride began at {2}.</source>
        <translation>Päätetty hetkellä {0}: {1} näytettä askelparin alusta ({2}).</translation>
    </message>
    <message>
        <source>Expected peak: {0}</source>
        <translation>Odotettu huippu: {0}</translation>
    </message>
    <message>
        <source>Measured peak: {0}</source>
        <translation>Mitattu huippu: {0}</translation>
    </message>
    <message>
        <source>Limit: {0}, dead band {1}</source>
        <translation>Raja: {0}, kuollut alue {1}</translation>
    </message>
    <message>
        <source>Limit: {0} of stride, dead band {1}</source>
        <translation>Raja: askelpari {0}, kuollut alue {1}</translation>
    </message>
    <message>
        <source>Heard: {0} (rule {1})</source>
        <translation>Kuului: {0} (sääntö {1})</translation>
    </message>
    <message>
        <source>Fewer cues: {0} (there were {1}, there would be {2}).</source>
        <translation>Vihjeitä vähemmän: {0} (oli {1}, olisi {2}).</translation>
    </message>
    <message>
        <source>More cues: {0} (there were {1}, there would be {2}).</source>
        <translation>Vihjeitä enemmän: {0} (oli {1}, olisi {2}).</translation>
    </message>
    <message>
        <source>As many cues ({1}), but {3} of them on other strides.</source>
        <translation>Yhtä monta vihjettä ({1}), mutta niistä {3} eri askelpareilla.</translation>
    </message>
    <message>
        <source>The same {1} cues.</source>
        <translation>Samat vihjeet ({1}).</translation>
    </message>
    <message>
        <source>Painful strides now missed: {0}.</source>
        <translation>Kivuliaita askelpareja, jotka jäisivät nyt ilman vihjettä: {0}.</translation>
    </message>
    <message>
        <source>Painful strides now cued: {0}.</source>
        <translation>Kivuliaita askelpareja, jotka saisivat nyt vihjeen: {0}.</translation>
    </message>
    <message>
        <source>Heard of them: {0} tones, {1} sentences.</source>
        <translation>Niistä kuultaisiin: {0} merkkiääntä, {1} lausetta.</translation>
    </message>
    <message>
        <source>So many strides are over this limit that the walk would go on as a lesson: words on the trend, no tones.</source>
        <translation>Niin moni askelpari ylittäisi tämän rajan, että kävely jatkuisi opetteluna: sanoja askelten suunnasta, ei merkkiääniä.</translation>
    </message>
    <message>
        <source>With a limit of {0} there would have been {1} cues.</source>
        <translation>Rajalla {0} vihjeitä olisi tullut {1}.</translation>
    </message>
    <message>
        <source>analysis {0}</source>
        <translation>analyysi {0}</translation>
    </message>
    <message>
        <source>Kept {0}: limit {1}</source>
        <translation>Tallennettu {0}: raja {1}</translation>
    </message>
    <message>
        <source>Kept {0}: no limit</source>
        <translation>Tallennettu {0}: ei rajaa</translation>
    </message>
    <message>
        <source>pain</source>
        <translation>kipu</translation>
    </message>
    <message>
        <source>how it looks</source>
        <translation>miltä näyttää</translation>
    </message>
    <message>
        <source>cue</source>
        <translation>vihje</translation>
    </message>
    <message>
        <source>sensor</source>
        <translation>anturi</translation>
    </message>
    <message>
        <source>question</source>
        <translation>kysymys</translation>
    </message>
    <message>
        <source>{0} to {1}</source>
        <translation>{0}–{1}</translation>
    </message>
    <message>
        <source>{0} of {1}. Strides: {2}. Cues: {3}. Pain marks: {4}.</source>
        <translation>{0} / {1}. Askelpareja: {2}. Vihjeitä: {3}. Kipumerkkejä: {4}.</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} / {1}</translation>
    </message>
    <message>
        <source>fastest</source>
        <translation>nopein</translation>
    </message>
    <message>
        <source>Not judged: no limit was set.</source>
        <translation>Ei arvioitu: rajaa ei ollut.</translation>
    </message>
    <message>
        <source>Expected length of the stride: {0}</source>
        <translation>Askelparin odotettu pituus: {0}</translation>
    </message>
    <message>
        <source>Something in Hip Coach went wrong with this walk.</source>
        <translation>Hip Coachissa meni jokin vikaan tämän kävelyn kanssa.</translation>
    </message>
    <message>
        <source>The file itself was not changed.</source>
        <translation>Tiedostoa ei muutettu.</translation>
    </message>
    <message>
        <source>Open it once more; if that does not help, try hipcoach salvage.</source>
        <translation>Avaa se uudelleen; jos se ei auta, kokeile komentoa hipcoach salvage.</translation>
    </message>
    <message>
        <source>A and B by {0}.</source>
        <translation>A ja B: {0}.</translation>
    </message>
    <message>
        <source>A by {0}, B by {1}.</source>
        <translation>A: {0}, B: {1}.</translation>
    </message>
    <message>
        <source>{0}   {1}, strides: {2}, over the limit: {3}, pain marks: {4}</source>
        <translation>{0}   {1}, askelpareja: {2}, yli rajan: {3}, kipumerkkejä: {4}</translation>
    </message>
    <message>
        <source>{0}   {1}, long-stride test, strides: {2}</source>
        <translation>{0}   {1}, pitkän askeleen testi, askelpareja: {2}</translation>
    </message>
</context>
<context>
    <name>report</name>
    <message>
        <source>Nothing unsafe was told in these days. Only what is told can stand here.</source>
        <translation>Näinä päivinä ei kerrottu mitään huolestuttavaa. Tässä näkyy vain se, mitä on kerrottu.</translation>
    </message>
    <message>
        <source>{0}: nothing was told for {1} after a red.</source>
        <translation>{0}: punaisen jälkeen ei kerrottu mitään. Hiljaisuuden kesto: {1}.</translation>
    </message>
    <message>
        <source>{0}: nothing has been told for {1}, since a red.</source>
        <translation>{0}: punaisen jälkeen ei ole kerrottu mitään. Hiljaisuus jatkuu, kesto nyt: {1}.</translation>
    </message>
    <message>
        <source>A doctor has looked at it.</source>
        <translation>Lääkäri on arvioinut sen.</translation>
    </message>
    <message>
        <source>No doctor&apos;s look was told.</source>
        <translation>Lääkärin arviota ei ole kerrottu.</translation>
    </message>
    <message>
        <source>{0}: warning sign ({1}): {2}. {3}</source>
        <translation>{0}: varoitusmerkki ({1}): {2}. {3}</translation>
    </message>
    <message>
        <source>{0}: red walk. Pain {1} before, {2} at worst: {3}.</source>
        <translation>{0}: punainen kävely. Kipu ennen {1}, pahimmillaan {2}: {3}.</translation>
    </message>
    <message>
        <source>{0}: red exercises. Pain {1} before, {2} at worst: {3}.</source>
        <translation>{0}: punainen harjoittelu. Kipu ennen {1}, pahimmillaan {2}: {3}.</translation>
    </message>
    <message>
        <source>{0}: red long-stride test. Pain {1} before, {2} at worst: {3}.</source>
        <translation>{0}: punainen pitkän askeleen testi. Kipu ennen {1}, pahimmillaan {2}: {3}.</translation>
    </message>
    <message>
        <source>No limit is set.</source>
        <translation>Rajaa ei ole asetettu.</translation>
    </message>
    <message>
        <source>Leg</source>
        <translation>Jalka</translation>
    </message>
    <message>
        <source>Set on</source>
        <translation>Asetettu</translation>
    </message>
    <message>
        <source>Set by</source>
        <translation>Asettaja</translation>
    </message>
    <message>
        <source>Hip extension</source>
        <translation>Lonkan ojennus</translation>
    </message>
    <message>
        <source>Stride</source>
        <translation>Askelpari</translation>
    </message>
    <message>
        <source>Grade today</source>
        <translation>Luokka nyt</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Alkaen</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Lähde</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Voimassa asti</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>Käytössä</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Perustelu</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Rajat</translation>
    </message>
    <message>
        <source>Mean of scored strides</source>
        <translation>Arvioitujen askelparien keskiarvo</translation>
    </message>
    <message>
        <source>First walk</source>
        <translation>Ensimmäinen kävely</translation>
    </message>
    <message>
        <source>Last walk</source>
        <translation>Viimeinen kävely</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Muutos</translation>
    </message>
    <message>
        <source>Measurement error</source>
        <translation>Mittausvirhe</translation>
    </message>
    <message>
        <source>What it means</source>
        <translation>Mitä se tarkoittaa</translation>
    </message>
    <message>
        <source>Walk</source>
        <translation>Kävely</translation>
    </message>
    <message>
        <source>Min</source>
        <translation>Min</translation>
    </message>
    <message>
        <source>Pain</source>
        <translation>Kipu</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Väri</translation>
    </message>
    <message>
        <source>In limit</source>
        <translation>Rajassa</translation>
    </message>
    <message>
        <source>Extension (SD)</source>
        <translation>Ojennus (SD)</translation>
    </message>
    <message>
        <source>Scored</source>
        <translation>Arvioitu</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Kadonnut</translation>
    </message>
    <message>
        <source>Walks, the newest first</source>
        <translation>Kävelyt, uusin ensin</translation>
    </message>
    <message>
        <source>Hip Coach: report on {0}</source>
        <translation>Hip Coach: raportti, {0}</translation>
    </message>
    <message>
        <source>{0}. Made on {1} by {2}. No diagnosis.</source>
        <translation>{0}. Tehty {1}, ohjelma {2}. Ei diagnoosi.</translation>
    </message>
    <message>
        <source>Hip Coach, {0}, {1} to {2}</source>
        <translation>Hip Coach, {0}, {1}–{2}</translation>
    </message>
    <message>
        <source>Worst pain of each day, 0 to 10</source>
        <translation>Pahin kipu päivittäin, 0–10</translation>
    </message>
    <message>
        <source>Nobody told of pain in these days.</source>
        <translation>Näinä päivinä ei kerrottu kivusta.</translation>
    </message>
    <message>
        <source>Told on {0} days, between {1} and {2}.</source>
        <translation>Kerrottu {0} päivänä. Pienin {1}, suurin {2}.</translation>
    </message>
    <message>
        <source>Minutes walked on each day</source>
        <translation>Kävelyminuutit päivittäin</translation>
    </message>
    <message>
        <source>{0} minutes on {1} days.</source>
        <translation>{0} minuuttia {1} päivänä.</translation>
    </message>
    <message>
        <source>Hip extension, measured at the thigh: mean and SD of each walk</source>
        <translation>Lonkan ojennus reidestä mitattuna: kunkin kävelyn keskiarvo ja SD</translation>
    </message>
    <message>
        <source>{0} walks, between {1} and {2}; less than {3} is no change.</source>
        <translation>{0} kävelyä, pienin {1}, suurin {2}. Alle {3} ei ole muutos.</translation>
    </message>
    <message>
        <source>Thigh angle over the stride: mean and SD</source>
        <translation>Reiden kulma askelparin aikana: keskiarvo ja SD</translation>
    </message>
    <message>
        <source>stride, from peak flexion to peak flexion</source>
        <translation>askelpari, koukistushuipusta koukistushuippuun</translation>
    </message>
    <message>
        <source>Stride length against hip extension, {0}</source>
        <translation>Askelparin pituus ja lonkan ojennus, {0}</translation>
    </message>
    <message>
        <source>degrees behind the standing line</source>
        <translation>astetta seisomalinjan takana</translation>
    </message>
    <message>
        <source>metres</source>
        <translation>metriä</translation>
    </message>
    <message>
        <source>{0} strides. Extension says nothing sure of the length here.</source>
        <translation>{0} askelparia. Ojennus ei tässä kerro pituudesta mitään varmaa.</translation>
    </message>
    <message>
        <source>{0} strides. One degree more goes with {1} cm more.</source>
        <translation>{0} askelparia. Yhtä lisäastetta vastaa {1} cm lisää pituutta.</translation>
    </message>
    <message>
        <source>{0}: {1} strides, furthest behind {2}, furthest in front {3}.</source>
        <translation>{0}: {1} askelparia, kauimpana takana {2}, kauimpana edessä {3}.</translation>
    </message>
    <message>
        <source>degrees behind</source>
        <translation>astetta takana</translation>
    </message>
    <message>
        <source>What was too much</source>
        <translation>Mikä oli liikaa</translation>
    </message>
    <message>
        <source>Your limit</source>
        <translation>Rajasi</translation>
    </message>
    <message>
        <source>Hip extension, measured at the thigh, is how far the thigh goes behind your own standing line. The pelvis is not measured.</source>
        <translation>Lonkan ojennus reidestä mitattuna kertoo, kuinka pitkälle reisi menee oman seisomalinjasi taakse. Lantiota ei mitata.</translation>
    </message>
    <message>
        <source>When to get help</source>
        <translation>Milloin hakea apua</translation>
    </message>
    <message>
        <source>This page is no diagnosis. Pain decides, not the numbers.</source>
        <translation>Tämä sivu ei ole diagnoosi. Kipu ratkaisee, eivät luvut.</translation>
    </message>
    <message>
        <source>How it went</source>
        <translation>Miten meni</translation>
    </message>
    <message>
        <source>Hip extension, measured at the thigh</source>
        <translation>Lonkan ojennus reidestä mitattuna</translation>
    </message>
    <message>
        <source>What this report cannot say</source>
        <translation>Mitä tämä raportti ei voi kertoa</translation>
    </message>
    <message>
        <source>For the record ({0} of 2)</source>
        <translation>Potilaskertomukseen ({0}/2)</translation>
    </message>
    <message>
        <source>{0}, {1} to {2}</source>
        <translation>{0}, {1}–{2}</translation>
    </message>
    <message>
        <source>{0}. Made by {1}.</source>
        <translation>{0}. Laatija: {1}.</translation>
    </message>
    <message>
        <source>Planned walks done: {0} of {1}. Planned exercises done: {2} of {3}.</source>
        <translation>Suunnitelluista kävelyistä tehty {0}/{1}, harjoitteista {2}/{3}.</translation>
    </message>
    <message>
        <source>Minutes walked: {0}.</source>
        <translation>Kävelyminuutteja: {0}.</translation>
    </message>
    <message>
        <source>{0}: pain up to {1}.</source>
        <translation>{0}: kipu enimmillään {1}.</translation>
    </message>
    <message>
        <source>No limit is set yet.</source>
        <translation>Rajaa ei ole vielä asetettu.</translation>
    </message>
    <message>
        <source>{0} or a stride of {1}</source>
        <translation>{0} tai askelpari {1}</translation>
    </message>
    <message>
        <source>a stride of {0}</source>
        <translation>askelpari {0}</translation>
    </message>
    <message>
        <source>Leg: {0}. Limit: {1}. Grade {2}, to be tested again by {3}.</source>
        <translation>Jalka: {0}. Raja: {1}. Luokka {2}, testataan uudelleen viimeistään {3}.</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Raportti</translation>
    </message>
    <message>
        <source>Unsafe responses</source>
        <translation>Huolestuttavat vasteet</translation>
    </message>
    <message>
        <source>Done of what was planned</source>
        <translation>Suunnitelman toteutuminen</translation>
    </message>
    <message>
        <source>Pain, 0 to 10</source>
        <translation>Kipu, 0–10</translation>
    </message>
    <message>
        <source>Walking</source>
        <translation>Käveleminen</translation>
    </message>
    <message>
        <source>First walk against last</source>
        <translation>Ensimmäinen ja viimeinen kävely</translation>
    </message>
    <message>
        <source>Walks</source>
        <translation>Kävelyt</translation>
    </message>
    <message>
        <source>How it was measured</source>
        <translation>Miten mitattiin</translation>
    </message>
    <message>
        <source>Walks and exercise sessions: {0}</source>
        <translation>Kävelyt ja harjoittelukerrat: {0}</translation>
    </message>
    <message>
        <source>What set it off: {0}</source>
        <translation>Mikä laukaisi: {0}</translation>
    </message>
    <message>
        <source>Walks: {0}</source>
        <translation>Kävelyt: {0}</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Henkilö</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Päättyen</translation>
    </message>
    <message>
        <source>Made on</source>
        <translation>Tehty</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>Laatija</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Ohjelma</translation>
    </message>
    <message>
        <source>Mark of the trail of limits</source>
        <translation>Rajojen muutoslokin tunniste</translation>
    </message>
    <message>
        <source>Planned walks done</source>
        <translation>Suunnitellut kävelyt tehty</translation>
    </message>
    <message>
        <source>Walks beyond the plan</source>
        <translation>Kävelyt suunnitelman lisäksi</translation>
    </message>
    <message>
        <source>Planned exercises done</source>
        <translation>Suunnitellut harjoitteet tehty</translation>
    </message>
    <message>
        <source>Exercises beyond the plan</source>
        <translation>Harjoitteet suunnitelman lisäksi</translation>
    </message>
    <message>
        <source>Days with a plan taken up</source>
        <translation>Päivät, joina suunnitelma avattiin</translation>
    </message>
    <message>
        <source>Before walks</source>
        <translation>Ennen kävelyjä</translation>
    </message>
    <message>
        <source>Worst during walks</source>
        <translation>Pahin kävelyillä</translation>
    </message>
    <message>
        <source>The morning after</source>
        <translation>Seuraavana aamuna</translation>
    </message>
    <message>
        <source>Mornings nobody answered for</source>
        <translation>Aamut ilman vastausta</translation>
    </message>
    <message>
        <source>Slept worse</source>
        <translation>Nukkui huonommin</translation>
    </message>
    <message>
        <source>Settled within two hours</source>
        <translation>Tasaantui kahdessa tunnissa</translation>
    </message>
    <message>
        <source>Not settled within two hours</source>
        <translation>Ei tasaantunut kahdessa tunnissa</translation>
    </message>
    <message>
        <source>Settling not told</source>
        <translation>Tasaantumisesta ei kerrottu</translation>
    </message>
    <message>
        <source>Walks after painkiller, cold or heat</source>
        <translation>Kävelyt kipulääkkeen, kylmän tai lämmön jälkeen</translation>
    </message>
    <message>
        <source>Worst pain of days, first week to last</source>
        <translation>Päivien pahin kipu, ensimmäisestä viikosta viimeiseen</translation>
    </message>
    <message>
        <source>Worst pain of days, first week</source>
        <translation>Päivien pahin kipu, ensimmäinen viikko</translation>
    </message>
    <message>
        <source>Worst pain of days, last week</source>
        <translation>Päivien pahin kipu, viimeinen viikko</translation>
    </message>
    <message>
        <source>Weeks between</source>
        <translation>Viikkoja välissä</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Minuutit</translation>
    </message>
    <message>
        <source>Minutes a walk</source>
        <translation>Minuuttia kävelyä kohti</translation>
    </message>
    <message>
        <source>Strides within the limit</source>
        <translation>Askelparit rajan sisällä</translation>
    </message>
    <message>
        <source>Strides within the limit, without cues</source>
        <translation>Askelparit rajan sisällä ilman vihjeitä</translation>
    </message>
    <message>
        <source>Sensor</source>
        <translation>Anturi</translation>
    </message>
    <message>
        <source>Readings a second</source>
        <translation>Lukemia sekunnissa</translation>
    </message>
    <message>
        <source>Recorded by</source>
        <translation>Tallentanut ohjelma</translation>
    </message>
    <message>
        <source>Sensor axis that points up</source>
        <translation>Ylös osoittava anturin akseli</translation>
    </message>
    <message>
        <source>Sensor axis that points forward</source>
        <translation>Eteen osoittava anturin akseli</translation>
    </message>
    <message>
        <source>Leg length</source>
        <translation>Jalan pituus</translation>
    </message>
    <message>
        <source>Stride length calibrated on a distance</source>
        <translation>Askelparin pituus kalibroitu matkalla</translation>
    </message>
    <message>
        <source>Wobble of the standing line (SD)</source>
        <translation>Seisomalinjan huojunta (SD)</translation>
    </message>
    <message>
        <source>Least real change of an angle</source>
        <translation>Kulman pienin todellinen muutos</translation>
    </message>
    <message>
        <source>Least real change of a stride length</source>
        <translation>Askelparin pituuden pienin todellinen muutos</translation>
    </message>
    <message>
        <source>Spread from wearing it anew (SD)</source>
        <translation>Uudelleen pukemisen hajonta (SD)</translation>
    </message>
    <message>
        <source>{0} in the middle, {1} to {2}, told {3} times</source>
        <translation>keskimmäinen {0}, väli {1}–{2}, kerrottu {3} kertaa</translation>
    </message>
    <message>
        <source>{0} (95 %: {1} to {2})</source>
        <translation>{0} (95 %: {1}–{2})</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0}/{1}</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0} min</translation>
    </message>
    <message>
        <source>{0} days</source>
        <translation>{0} päivää</translation>
    </message>
    <message>
        <source>{0} s</source>
        <translation>{0} s</translation>
    </message>
    <message>
        <source>{0} steps/min</source>
        <translation>{0} askelta/min</translation>
    </message>
    <message>
        <source>{0} m/s</source>
        <translation>{0} m/s</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>d.M.yyyy</translation>
    </message>
    <message>
        <source>green</source>
        <translation>vihreä</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>ei tiedossa</translation>
    </message>
    <message>
        <source>amber</source>
        <translation>keltainen</translation>
    </message>
    <message>
        <source>red</source>
        <translation>punainen</translation>
    </message>
    <message>
        <source>simulated</source>
        <translation>simuloitu</translation>
    </message>
    <message>
        <source>cut off</source>
        <translation>katkennut</translation>
    </message>
    <message>
        <source>no standing line</source>
        <translation>ei seisomalinjaa</translation>
    </message>
    <message>
        <source>worn differently</source>
        <translation>puettu eri tavalla</translation>
    </message>
    <message>
        <source>gaps</source>
        <translation>katkoksia</translation>
    </message>
    <message>
        <source>many samples lost</source>
        <translation>paljon näytteitä kadonnut</translation>
    </message>
    <message>
        <source>few strides scored</source>
        <translation>vähän arvioituja askelpareja</translation>
    </message>
    <message>
        <source>short</source>
        <translation>lyhyt</translation>
    </message>
    <message>
        <source>emergency</source>
        <translation>hätätilanne</translation>
    </message>
    <message>
        <source>same day</source>
        <translation>samana päivänä</translation>
    </message>
    <message>
        <source>doctor within days</source>
        <translation>lääkäriin lähipäivinä</translation>
    </message>
    <message>
        <source>stop for the day</source>
        <translation>lopeta siltä päivältä</translation>
    </message>
    <message>
        <source>long-stride test</source>
        <translation>pitkän askeleen testi</translation>
    </message>
    <message>
        <source>own comfortable walks, provisional</source>
        <translation>omat mukavat kävelyt, alustava</translation>
    </message>
    <message>
        <source>set by hand</source>
        <translation>asetettu käsin</translation>
    </message>
    <message>
        <source>Stride length</source>
        <translation>Askelparin pituus</translation>
    </message>
    <message>
        <source>Cadence</source>
        <translation>Askeltiheys</translation>
    </message>
    <message>
        <source>Walking speed</source>
        <translation>Kävelynopeus</translation>
    </message>
    <message>
        <source>Worst pain</source>
        <translation>Pahin kipu</translation>
    </message>
    <message>
        <source>too few days to say</source>
        <translation>liian vähän päiviä arvioon</translation>
    </message>
    <message>
        <source>fell</source>
        <translation>väheni</translation>
    </message>
    <message>
        <source>rose</source>
        <translation>lisääntyi</translation>
    </message>
    <message>
        <source>no real change</source>
        <translation>ei todellista muutosta</translation>
    </message>
    <message>
        <source>a real change: as large as the error or larger</source>
        <translation>todellinen muutos: vähintään mittausvirheen suuruinen</translation>
    </message>
    <message>
        <source>less than the error: no real change</source>
        <translation>alle mittausvirheen: ei todellista muutosta</translation>
    </message>
    <message>
        <source>error not known: no conclusion</source>
        <translation>virhettä ei tunneta: ei johtopäätöstä</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>ei mitattu</translation>
    </message>
    <message>
        <source>different legs: no comparison</source>
        <translation>eri jalat: ei vertailua</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>kyllä</translation>
    </message>
    <message>
        <source>no</source>
        <translation>ei</translation>
    </message>
    <message>
        <source>walk</source>
        <translation>kävely</translation>
    </message>
    <message>
        <source>exercises</source>
        <translation>harjoittelu</translation>
    </message>
    <message>
        <source>slept worse</source>
        <translation>nukkui huonommin</translation>
    </message>
    <message>
        <source>warning sign</source>
        <translation>varoitusmerkki</translation>
    </message>
    <message>
        <source>too much</source>
        <translation>liikaa</translation>
    </message>
    <message>
        <source>silence after a red</source>
        <translation>hiljaisuus punaisen jälkeen</translation>
    </message>
    <message>
        <source>no limit from here on</source>
        <translation>ei rajaa tästä alkaen</translation>
    </message>
    <message>
        <source>no file</source>
        <translation>ei tiedostoa</translation>
    </message>
    <message>
        <source>could not be read</source>
        <translation>ei voitu lukea</translation>
    </message>
    <message>
        <source>One sensor on the thigh does not see the pelvis. Arching the back makes the hip extend less than shown, leaning back makes it extend more.</source>
        <translation>Yksi reisianturi ei näe lantiota. Selän notkistaminen saa lonkan ojentumaan vähemmän kuin luku näyttää, taaksepäin nojaaminen enemmän.</translation>
    </message>
    <message>
        <source>Angles are behind the person&apos;s own standing line. They cannot be compared with norms from a gait laboratory or with another person.</source>
        <translation>Kulmat mitataan henkilön omasta seisomalinjasta. Niitä ei voi verrata kävelylaboratorion viitearvoihin eikä toiseen henkilöön.</translation>
    </message>
    <message>
        <source>From one wearing to the next, less than about 5° or 10 cm is no real change.</source>
        <translation>Pukemiskerrasta toiseen alle noin 5° tai 10 cm ei ole todellinen muutos.</translation>
    </message>
    <message>
        <source>This is no diagnosis. No trial has shown that shorter strides treat ischiofemoral impingement; the limit is the person&apos;s own pain.</source>
        <translation>Tämä ei ole diagnoosi. Mikään tutkimus ei ole osoittanut, että lyhyemmät askeleet parantavat iskiofemoraalisen ahtauden. Rajan määrää henkilön oma kipu.</translation>
    </message>
    <message>
        <source>Pain is as the person told it. A day without an answer is unknown, not free of pain.</source>
        <translation>Kipu on sellainen kuin henkilö on kertonut. Päivä ilman vastausta on tuntematon, ei kivuton.</translation>
    </message>
    <message>
        <source>There are no two walks without caveats in these days to set side by side.</source>
        <translation>Näiltä päiviltä ei ole kahta varauksetonta kävelyä, joita voisi verrata.</translation>
    </message>
    <message>
        <source>Caveats</source>
        <translation>Varaukset</translation>
    </message>
    <message>
        <source>Walks with caveats</source>
        <translation>Varaukselliset kävelyt</translation>
    </message>
    <message>
        <source>No long-stride test in these days.</source>
        <translation>Näinä päivinä ei tehty pitkän askeleen testiä.</translation>
    </message>
    <message>
        <source>{0}, leg: {1}. Bouts: {2}, painful: {3}. {4}</source>
        <translation>{0}, jalka: {1}. Jaksoja {2}, kivuliaita {3}. {4}</translation>
    </message>
    <message>
        <source>{0} more lines stand in the web page and in the data.</source>
        <translation>{0} riviä lisää on verkkosivulla ja taulukkotiedostossa.</translation>
    </message>
    <message>
        <source>Long-stride tests</source>
        <translation>Pitkän askeleen testit</translation>
    </message>
    <message>
        <source>{0} day</source>
        <translation>{0} päivä</translation>
    </message>
    <message>
        <source>{0} percentage point</source>
        <translation>{0} prosenttiyksikkö</translation>
    </message>
    <message>
        <source>{0} percentage points</source>
        <translation>{0} prosenttiyksikköä</translation>
    </message>
    <message>
        <source>{0} step/min</source>
        <translation>{0} askel/min</translation>
    </message>
    <message>
        <source>Numb between the legs, new trouble with bladder or bowel, both legs painful, weak or numb, chest pain, sudden breathlessness, sudden severe pain in a replaced hip, or a leg that cannot bear weight:</source>
        <translation>Tunnottomuus haaroissa, uusi virtsaamisen tai ulostamisen vaikeus, molempien jalkojen kipu, heikkous tai tunnottomuus, rintakipu, äkillinen hengenahdistus, äkillinen kova kipu tekonivellonkassa tai jalka, joka ei kestä painoa:</translation>
    </message>
    <message>
        <source>A hot, swollen calf, fever with hip pain, a foot that newly drops, or weakness that grows:</source>
        <translation>Kuumottava, turvonnut pohje, kuume ja lonkkakipu yhtä aikaa, jalkaterä, joka on alkanut roikkua, tai paheneva heikkous:</translation>
    </message>
    <message>
        <source>{0} (own pain begins between {1} and {2}, 95 %)</source>
        <translation>{0} (oma kipu alkaa välillä {1}–{2}, 95 %)</translation>
    </message>
    <message>
        <source>beyond {0} (95 % sure)</source>
        <translation>yli {0} (95 %:n varmuus)</translation>
    </message>
    <message>
        <source>below {0} (95 % sure)</source>
        <translation>alle {0} (95 %:n varmuus)</translation>
    </message>
    <message>
        <source>Told on one day: {0}.</source>
        <translation>Kerrottu yhtenä päivänä: {0}.</translation>
    </message>
    <message>
        <source>{0} min on one day.</source>
        <translation>{0} min yhtenä päivänä.</translation>
    </message>
</context>
<context>
    <name>review</name>
    <message>
        <source>{0}: measured on different legs, no comparison.</source>
        <translation>{0}: mitattu eri jaloista, ei vertailua.</translation>
    </message>
    <message>
        <source>{0}: not measured in both.</source>
        <translation>{0}: ei mitattu molemmissa.</translation>
    </message>
    <message>
        <source>{0}: changed by {1}, less than the measurement error ({2}): no real change.</source>
        <translation>{0}: muutos {1}, alle mittausvirheen ({2}): ei todellista muutosta.</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Suure</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Muutos</translation>
    </message>
    <message>
        <source>Measurement error</source>
        <translation>Mittausvirhe</translation>
    </message>
    <message>
        <source>Walks beside each other</source>
        <translation>Kävelyt rinnakkain</translation>
    </message>
    <message>
        <source>Amber or red</source>
        <translation>Keltainen tai punainen</translation>
    </message>
    <message>
        <source>Morning missing</source>
        <translation>Aamu puuttuu</translation>
    </message>
    <message>
        <source>Over the limit</source>
        <translation>Yli rajan</translation>
    </message>
    <message>
        <source>Pain marks</source>
        <translation>Kipumerkkejä</translation>
    </message>
    <message>
        <source>With caveats</source>
        <translation>Varauksia</translation>
    </message>
    <message>
        <source>With notes</source>
        <translation>Merkintöjä</translation>
    </message>
    <message>
        <source>{0} of {1} walks. Tick two to six to compare them.</source>
        <translation>Kävelyjä {0}/{1}. Valitse 2–6 kävelyä vertailuun.</translation>
    </message>
    <message>
        <source>Compare the walk of {0}</source>
        <translation>Vertaa kävelyä {0}</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0}/{1}</translation>
    </message>
    <message>
        <source>Hip extension, measured at the thigh</source>
        <translation>Lonkan ojennus reidestä mitattuna</translation>
    </message>
    <message>
        <source>Stride length</source>
        <translation>Askelparin pituus</translation>
    </message>
    <message>
        <source>Cadence</source>
        <translation>Askeltiheys</translation>
    </message>
    <message>
        <source>Walking speed</source>
        <translation>Kävelynopeus</translation>
    </message>
    <message>
        <source>Strides within the limit</source>
        <translation>Askelparit rajan sisällä</translation>
    </message>
    <message>
        <source>Strides scored</source>
        <translation>Arvioidut askelparit</translation>
    </message>
    <message>
        <source>Decided to be over the limit</source>
        <translation>Päätelty rajan ylitykseksi</translation>
    </message>
    <message>
        <source>Measured over the limit</source>
        <translation>Mitattu rajan yli</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Aika</translation>
    </message>
    <message>
        <source>Gaps</source>
        <translation>Katkokset</translation>
    </message>
    <message>
        <source>Limit of this walk</source>
        <translation>Tämän kävelyn raja</translation>
    </message>
    <message>
        <source>● {0} within the limit   ▲ {1} over it   × {2} not scored   dashed: the limit</source>
        <translation>● {0} rajan sisällä   ▲ {1} rajan yli   × {2} ei arvioitu   katkoviiva: raja</translation>
    </message>
    <message>
        <source>whole walk</source>
        <translation>koko kävely</translation>
    </message>
    <message>
        <source>{0} to {1}</source>
        <translation>{0}–{1}</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>{0}, {1}: {2}</source>
        <translation>{0}, {1}: {2}</translation>
    </message>
    <message>
        <source>{0} (SD {1})</source>
        <translation>{0} (SD {1})</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ei yhtään</translation>
    </message>
    <message>
        <source>{0} at {1}</source>
        <translation>{0} kohdassa {1}</translation>
    </message>
    <message>
        <source>{0}, {1} s in all; {2} of the samples lost</source>
        <translation>{0}, yhteensä {1} s; näytteistä kadonnut {2}</translation>
    </message>
    <message>
        <source>degrees behind</source>
        <translation>astetta takana</translation>
    </message>
    <message>
        <source>time</source>
        <translation>aika</translation>
    </message>
    <message>
        <source>pain</source>
        <translation>kipu</translation>
    </message>
    <message>
        <source>per cent of the stride, peak flexion to peak flexion</source>
        <translation>prosenttia askelparista, koukistushuipusta toiseen</translation>
    </message>
    <message>
        <source>stride length, m</source>
        <translation>askelparin pituus, m</translation>
    </message>
    <message>
        <source>{0}: no change.</source>
        <translation>{0}: ei muutosta.</translation>
    </message>
    <message>
        <source>{0}: rose by {1}, less than the measurement error ({2}): no real change.</source>
        <translation>{0}: nousi, muutos {1}. Se on alle mittausvirheen ({2}), joten todellista muutosta ei ole.</translation>
    </message>
    <message>
        <source>{0}: fell by {1}, less than the measurement error ({2}): no real change.</source>
        <translation>{0}: laski, muutos {1}. Se on alle mittausvirheen ({2}), joten todellista muutosta ei ole.</translation>
    </message>
    <message>
        <source>{0}: rose by {1}, to the better; its measurement error is not known, so no conclusion.</source>
        <translation>{0}: nousi eli parani, muutos {1}. Mittausvirhettä ei tunneta, joten johtopäätöstä ei voi tehdä.</translation>
    </message>
    <message>
        <source>{0}: fell by {1}, to the worse; its measurement error is not known, so no conclusion.</source>
        <translation>{0}: laski eli huononi, muutos {1}. Mittausvirhettä ei tunneta, joten johtopäätöstä ei voi tehdä.</translation>
    </message>
    <message>
        <source>{0}: rose by {1}; its measurement error is not known, so no conclusion.</source>
        <translation>{0}: nousi, muutos {1}. Mittausvirhettä ei tunneta, joten johtopäätöstä ei voi tehdä.</translation>
    </message>
    <message>
        <source>{0}: fell by {1}; its measurement error is not known, so no conclusion.</source>
        <translation>{0}: laski, muutos {1}. Mittausvirhettä ei tunneta, joten johtopäätöstä ei voi tehdä.</translation>
    </message>
    <message>
        <source>{0}: fell by {1}, to the better; the measurement error is {2}.</source>
        <translation>{0}: laski eli parani, muutos {1}. Mittausvirhe on {2}.</translation>
    </message>
    <message>
        <source>{0}: rose by {1}, to the worse; the measurement error is {2}.</source>
        <translation>{0}: nousi eli paheni, muutos {1}. Mittausvirhe on {2}.</translation>
    </message>
    <message>
        <source>{0}: rose by {1}; the measurement error is {2}. By itself neither better nor worse.</source>
        <translation>{0}: nousi, muutos {1}. Mittausvirhe on {2}. Muutos ei sellaisenaan ole parempaan eikä huonompaan.</translation>
    </message>
    <message>
        <source>{0}: fell by {1}; the measurement error is {2}. By itself neither better nor worse.</source>
        <translation>{0}: laski, muutos {1}. Mittausvirhe on {2}. Muutos ei sellaisenaan ole parempaan eikä huonompaan.</translation>
    </message>
</context>
<context>
    <name>sensor</name>
    <message>
        <source>already connected to this computer</source>
        <translation>jo yhdistetty tähän tietokoneeseen</translation>
    </message>
    <message>
        <source>very weak signal</source>
        <translation>erittäin heikko signaali</translation>
    </message>
    <message>
        <source>weak signal</source>
        <translation>heikko signaali</translation>
    </message>
    <message>
        <source>good signal</source>
        <translation>hyvä signaali</translation>
    </message>
    <message>
        <source>strong signal</source>
        <translation>vahva signaali</translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation>(ei nimeä)</translation>
    </message>
    <message>
        <source>Choose your sensor. Still listening …</source>
        <translation>Valitse anturisi. Kuuntelu jatkuu …</translation>
    </message>
    <message>
        <source>Listening … Switch your sensor on and keep it near.</source>
        <translation>Kuunnellaan … Kytke anturi päälle ja pidä se lähellä.</translation>
    </message>
    <message>
        <source>No sensor heard yet. Shake it or press its button, charge it, and close other apps and phones that may hold it.</source>
        <translation>Yhtään anturia ei ole vielä kuultu. Ravista sitä tai paina sen painiketta, lataa se ja sulje muut sovellukset ja puhelimet, jotka voivat pitää sitä varattuna.</translation>
    </message>
    <message>
        <source>Other Bluetooth devices nearby that are no sensors for this: {0}</source>
        <translation>Muita lähellä olevia Bluetooth-laitteita, jotka eivät sovi antureiksi: {0}</translation>
    </message>
    <message>
        <source>Waiting for {0}, which you wore last. Switch it on.</source>
        <translation>Odotetaan anturia {0}, jota käytit viimeksi. Kytke se päälle.</translation>
    </message>
    <message>
        <source>{0}: connected</source>
        <translation>{0}: yhdistetty</translation>
    </message>
    <message>
        <source>{0}: connecting …</source>
        <translation>{0}: yhdistetään …</translation>
    </message>
    <message>
        <source>{0}: the link was lost, trying again. {1}</source>
        <translation>{0}: yhteys katkesi, yritetään uudelleen. {1}</translation>
    </message>
    <message>
        <source>This model is not yet confirmed on hardware: its program was written from the maker&apos;s documents. Tell us how it goes.</source>
        <translation>Tätä mallia ei ole vielä kokeiltu oikealla laitteella: sen ohjelma on kirjoitettu valmistajan asiakirjojen pohjalta. Kerro meille, miten se toimii.</translation>
    </message>
    <message>
        <source>address … {0}</source>
        <translation>osoite … {0}</translation>
    </message>
    <message>
        <source>not the one you wore last</source>
        <translation>ei se, jota viimeksi käytit</translation>
    </message>
    <message>
        <source>Two have the same name. Hold yours close to the computer: its signal grows stronger. Or connect one and let it blink.</source>
        <translation>Kahdella on sama nimi. Pidä omaasi lähellä tietokonetta: sen signaali vahvistuu. Tai yhdistä toinen ja vilkuta sen valoa.</translation>
    </message>
    <message>
        <source>Two have the same name. Hold yours close to the computer: its signal grows stronger.</source>
        <translation>Kahdella on sama nimi. Pidä omaasi lähellä tietokonetta: sen signaali vahvistuu.</translation>
    </message>
    <message>
        <source>Its battery is nearly empty. Charge it before a long walk.</source>
        <translation>Anturin akku on melkein tyhjä. Lataa se ennen pitkää kävelyä.</translation>
    </message>
    <message>
        <source>Waiting for {0}, which you wore last. Switch it on, or choose another.</source>
        <translation>Odotetaan anturia {0}, jota käytit viimeksi. Kytke se päälle tai valitse toinen.</translation>
    </message>
    <message>
        <source>{0} is ready. One moment …</source>
        <translation>{0} on valmis. Hetki …</translation>
    </message>
</context>
<context>
    <name>setlimit</name>
    <message>
        <source>Degrees behind the standing line</source>
        <translation>Astetta seisomalinjan taakse</translation>
    </message>
    <message>
        <source>Stride</source>
        <translation>Askelpari</translation>
    </message>
    <message>
        <source>m</source>
        <translation>m</translation>
    </message>
    <message>
        <source>no limit in metres</source>
        <translation>ei rajaa metreinä</translation>
    </message>
    <message>
        <source>Holds for</source>
        <translation>Voimassa</translation>
    </message>
    <message>
        <source>weeks</source>
        <translation>viikkoa</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Miksi</translation>
    </message>
    <message>
        <source>Set and sign this limit</source>
        <translation>Aseta ja allekirjoita raja</translation>
    </message>
    <message>
        <source>Take the limit away</source>
        <translation>Poista raja</translation>
    </message>
    <message>
        <source>A reason is needed.</source>
        <translation>Syy tarvitaan.</translation>
    </message>
    <message>
        <source>Which leg</source>
        <translation>Kumpi jalka</translation>
    </message>
    <message>
        <source>In force now</source>
        <translation>Voimassa nyt</translation>
    </message>
    <message>
        <source>Every limit so far</source>
        <translation>Kaikki rajat tähän asti</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Raja</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Ei rajaa</translation>
    </message>
    <message>
        <source>Why: {0}</source>
        <translation>Miksi: {0}</translation>
    </message>
    <message>
        <source>the person</source>
        <translation>henkilö itse</translation>
    </message>
    <message>
        <source>the program</source>
        <translation>ohjelma</translation>
    </message>
    <message>
        <source>Set a limit</source>
        <translation>Aseta raja</translation>
    </message>
    <message>
        <source>Take its limit into the fields</source>
        <translation>Ota sen raja kenttiin</translation>
    </message>
    <message>
        <source>From the long-stride test of {0}</source>
        <translation>Pitkän askeleen testistä {0}</translation>
    </message>
    <message>
        <source>Long-stride test of {0}</source>
        <translation>Pitkän askeleen testi {0}</translation>
    </message>
</context>
<context>
    <name>settings</name>
    <message>
        <source>Keep this</source>
        <translation>Tallenna</translation>
    </message>
    <message>
        <source>Leave it as it was</source>
        <translation>Jätä ennalleen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Asetukset</translation>
    </message>
    <message>
        <source>Language and look</source>
        <translation>Kieli ja ulkoasu</translation>
    </message>
    <message>
        <source>As the computer</source>
        <translation>Kuten tietokoneessa</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Vaalea</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Tumma</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Suuri kontrasti</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Värit</translation>
    </message>
    <message>
        <source>Size of letters</source>
        <translation>Tekstin koko</translation>
    </message>
    <message>
        <source>As little as possible</source>
        <translation>Mahdollisimman vähän</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>Liike</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Ääni</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Voimakkuus</translation>
    </message>
    <message>
        <source>Let me hear it</source>
        <translation>Kuuntele</translation>
    </message>
    <message>
        <source>This is how loud I speak.</source>
        <translation>Näin kovaa puhun.</translation>
    </message>
    <message>
        <source>About you</source>
        <translation>Sinusta</translation>
    </message>
    <message>
        <source>Country, for the numbers of help</source>
        <translation>Maa, avun puhelinnumeroita varten</translation>
    </message>
    <message>
        <source>Another country, or not told</source>
        <translation>Muu maa, tai ei kerrottu</translation>
    </message>
    <message>
        <source>Change operations and other things to know</source>
        <translation>Muuta leikkauksia ja muita huomioon otettavia</translation>
    </message>
    <message>
        <source>Change your usual symptoms</source>
        <translation>Muuta tavallisia oireitasi</translation>
    </message>
    <message>
        <source>Change side, height or leg length</source>
        <translation>Muuta puolta, pituutta tai jalan pituutta</translation>
    </message>
    <message>
        <source>Sore side: {0}</source>
        <translation>Kipeä puoli: {0}</translation>
    </message>
    <message>
        <source>Leg length: {0}</source>
        <translation>Jalan pituus: {0}</translation>
    </message>
    <message>
        <source>Cues, tests, bridges and lying on your front are closed until a physiotherapist has entered your operation or fracture.</source>
        <translation>Vihjeet, testit, lantionnostot ja päinmakuu ovat suljettuina, kunnes fysioterapeutti on kirjannut leikkauksesi tai murtumasi.</translation>
    </message>
    <message>
        <source>Where the sensor sits</source>
        <translation>Anturin paikka</translation>
    </message>
    <message>
        <source>Use a speaker or one open ear, never in traffic. Bluetooth headphones bring every cue up to a quarter of a second late.</source>
        <translation>Käytä kaiutinta tai jätä toinen korva vapaaksi, äläkä kuuntele liikenteessä. Bluetooth-kuulokkeissa jokainen vihje voi tulla neljännessekunnin myöhässä.</translation>
    </message>
    <message>
        <source>To keep in mind: {0}</source>
        <translation>Huomioon otettavaa: {0}</translation>
    </message>
</context>
<context>
    <name>shared</name>
    <message>
        <source>Walks from the person&apos;s own computer</source>
        <translation>Kävelyt henkilön omalta tietokoneelta</translation>
    </message>
    <message>
        <source>Files that end in .hipwalk, with their .key beside them where they are protected. They are checked, and kept under this computer&apos;s own key.</source>
        <translation>Tiedostot, joiden nimen lopussa on .hipwalk, ja suojattujen vieressä .key. Ne tarkistetaan ja säilytetään tämän tietokoneen omalla avaimella.</translation>
    </message>
    <message>
        <source>Checking the walks</source>
        <translation>Kävelyjä tarkistetaan</translation>
    </message>
    <message>
        <source>Brought in for {0}: {1}</source>
        <translation>Tuotu henkilölle {0}: {1}</translation>
    </message>
    <message>
        <source>Which walks?</source>
        <translation>Mitkä kävelyt?</translation>
    </message>
    <message>
        <source>Walks (*.hipwalk)</source>
        <translation>Kävelyt (*.hipwalk)</translation>
    </message>
    <message>
        <source>Bring in walks of {0}…</source>
        <translation>Tuo kävelyjä henkilölle {0}…</translation>
    </message>
</context>
<context>
    <name>signs</name>
    <message>
        <source>Yes</source>
        <translation>Kyllä</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Ei</translation>
    </message>
    <message>
        <source>A doctor has looked at it</source>
        <translation>Lääkäri on tutkinut sen</translation>
    </message>
    <message>
        <source>⚠ This is an emergency</source>
        <translation>⚠ Tämä on hätätilanne</translation>
    </message>
    <message>
        <source>⚠ This needs help today</source>
        <translation>⚠ Tähän tarvitaan apua tänään</translation>
    </message>
    <message>
        <source>⚠ Stop for today</source>
        <translation>⚠ Lopeta tältä päivältä</translation>
    </message>
    <message>
        <source>⚠ A doctor should see this</source>
        <translation>⚠ Käy tämän vuoksi lääkärissä</translation>
    </message>
</context>
<context>
    <name>sound</name>
    <message>
        <source>Sound cannot start: a part of the system is missing. The cues show on the screen only. Run ./run once more to install it.</source>
        <translation>Ääntä ei voi käynnistää: järjestelmästä puuttuu osa. Vihjeet näkyvät vain näytöllä. Asenna se ajamalla ./run uudelleen.</translation>
    </message>
    <message>
        <source>No loudspeaker was found. The cues show on the screen only. Plug one in; it is used at once.</source>
        <translation>Kaiutinta ei löytynyt. Vihjeet näkyvät vain näytöllä. Kytke kaiutin; se otetaan heti käyttöön.</translation>
    </message>
    <message>
        <source>A sound of the program cannot be read. Some cues show on the screen only. Install the program again.</source>
        <translation>Yhtä ohjelman äänistä ei voi lukea. Osa vihjeistä näkyy vain näytöllä. Asenna ohjelma uudelleen.</translation>
    </message>
    <message>
        <source>This computer has no voice. Tones and the screen go on without spoken words. Install a speech service to hear them.</source>
        <translation>Tässä tietokoneessa ei ole puheääntä. Merkkiäänet ja näyttö toimivat ilman puhuttuja sanoja. Asenna puhepalvelu, niin kuulet ne.</translation>
    </message>
    <message>
        <source>This computer&apos;s voice does not speak your language. Tones and the screen go on without spoken words. Add a voice of your language in the system&apos;s settings.</source>
        <translation>Tämän tietokoneen puheääni ei osaa kieltäsi. Merkkiäänet ja näyttö toimivat ilman puhuttuja sanoja. Lisää kielesi puheääni järjestelmän asetuksissa.</translation>
    </message>
</context>
<context>
    <name>status</name>
    <message>
        <source>Sensor: connecting</source>
        <translation>Anturi: yhdistetään</translation>
    </message>
    <message>
        <source>Sensor: connected</source>
        <translation>Anturi: yhdistetty</translation>
    </message>
    <message>
        <source>Sensor: lost</source>
        <translation>Anturi: kadonnut</translation>
    </message>
    <message>
        <source>Sensor: trying again</source>
        <translation>Anturi: yritetään uudelleen</translation>
    </message>
    <message>
        <source>Sensor: closed</source>
        <translation>Anturi: suljettu</translation>
    </message>
    <message>
        <source>No readings yet</source>
        <translation>Ei vielä lukemia</translation>
    </message>
    <message>
        <source>{0} readings a second</source>
        <translation>{0} lukemaa sekunnissa</translation>
    </message>
    <message>
        <source>{0} lost</source>
        <translation>{0} kadonnut</translation>
    </message>
    <message>
        <source>Battery: not told</source>
        <translation>Akku: ei tietoa</translation>
    </message>
    <message>
        <source>Battery {0}</source>
        <translation>Akku {0}</translation>
    </message>
    <message>
        <source>Gaps: {0}</source>
        <translation>Katkoja: {0}</translation>
    </message>
    <message>
        <source>SIMULATED WALK</source>
        <translation>SIMULOITU KÄVELY</translation>
    </message>
    <message>
        <source>RECORDED WALK</source>
        <translation>TALLENNETTU KÄVELY</translation>
    </message>
    <message>
        <source>Keeping the walk</source>
        <translation>Kävelyä tallennetaan</translation>
    </message>
    <message>
        <source>Kept up to {0}</source>
        <translation>Tallessa kohtaan {0}</translation>
    </message>
    <message>
        <source>Battery nearly empty: {0}</source>
        <translation>Akku melkein tyhjä: {0}</translation>
    </message>
</context>
<context>
    <name>still</name>
    <message>
        <source>I moved</source>
        <translation>Liikuin jo</translation>
    </message>
    <message>
        <source>In five minutes</source>
        <translation>Viiden minuutin päästä</translation>
    </message>
    <message>
        <source>I am not driving any more</source>
        <translation>En aja enää</translation>
    </message>
    <message>
        <source>I am driving</source>
        <translation>Ajan autoa</translation>
    </message>
    <message>
        <source>Breaks from staying still</source>
        <translation>Tauot paikallaan olosta</translation>
    </message>
    <message>
        <source>Tell me after 20 minutes of sitting or standing</source>
        <translation>Kerro, kun olen istunut tai seissyt 20 minuuttia</translation>
    </message>
    <message>
        <source>With a soft tone</source>
        <translation>Pehmeällä äänimerkillä</translation>
    </message>
    <message>
        <source>By the sensor&apos;s posture while it is worn, else by the clock while this window is open. Not during walks and exercises.</source>
        <translation>Asennosta, kun anturi on päällä, muuten kellosta, kun tämä ikkuna on auki. Ei kävelyn eikä harjoitteiden aikana.</translation>
    </message>
    <message>
        <source>Take the sensor off</source>
        <translation>Ota anturi pois käytöstä</translation>
    </message>
    <message>
        <source>By the sensor that I wear</source>
        <translation>Käytä päälläni olevaa anturia</translation>
    </message>
</context>
<context>
    <name>summary</name>
    <message>
        <source>No stride was judged by a limit.</source>
        <translation>Yhtään askelparia ei arvioitu rajan mukaan.</translation>
    </message>
    <message>
        <source>{0} of your strides were within your limit.</source>
        <translation>{0} askelpareistasi pysyi rajassasi.</translation>
    </message>
    <message>
        <source>{0}, of which {1} could be scored</source>
        <translation>{0}, joista {1} voitiin arvioida</translation>
    </message>
    <message>
        <source>Kept in {0}</source>
        <translation>Tallennettu: {0}</translation>
    </message>
</context>
<context>
    <name>test</name>
    <message>
        <source>A warning sign: find out what it is, and act on it first.</source>
        <translation>Varoitusmerkki: selvitä ensin, mistä on kyse, ja toimi sen mukaan.</translation>
    </message>
    <message>
        <source>Pain at rest is 4 or more: let it calm, and test another day.</source>
        <translation>Lepokipu on vähintään 4: anna sen rauhoittua ja testaa toisena päivänä.</translation>
    </message>
    <message>
        <source>A flare takes more than a day to settle: the hip is too irritable for a test.</source>
        <translation>Kipujakson rauhoittuminen kestää yli vuorokauden: lonkka on liian ärtynyt testattavaksi.</translation>
    </message>
    <message>
        <source>No clearance after an operation, a fracture or a hamstring tear: ask for it.</source>
        <translation>Leikkauksen, murtuman tai takareiden repeämän jälkeen ei ole lupaa testiin: pyydä se.</translation>
    </message>
    <message>
        <source>A stress fracture is possible: have it ruled out first.</source>
        <translation>Rasitusmurtuma on mahdollinen: sulje se ensin pois.</translation>
    </message>
    <message>
        <source>The person may fall: do not provoke by walking.</source>
        <translation>Kaatumisen vaara: älä provosoi kävelemällä.</translation>
    </message>
    <message>
        <source>Usual steps</source>
        <translation>Tavalliset askeleet</translation>
    </message>
    <message>
        <source>Short steps</source>
        <translation>Lyhyet askeleet</translation>
    </message>
    <message>
        <source>Usual steps, faster beat</source>
        <translation>Tavalliset askeleet, nopeampi tahti</translation>
    </message>
    <message>
        <source>A step longer</source>
        <translation>Hieman pidemmät</translation>
    </message>
    <message>
        <source>Where it tells most</source>
        <translation>Siellä, missä se kertoo eniten</translation>
    </message>
    <message>
        <source>An early bout once more</source>
        <translation>Aiempi jakso uudelleen</translation>
    </message>
    <message>
        <source>Short steps to end with</source>
        <translation>Lopuksi lyhyet askeleet</translation>
    </message>
    <message>
        <source>It shows what is usual for this person.</source>
        <translation>Se näyttää, mikä tälle ihmiselle on tavallista.</translation>
    </message>
    <message>
        <source>Usual walking hurts, or nobody knows: begin with clearly shorter steps, by feel.</source>
        <translation>Tavallinen kävely sattuu, tai asiaa ei tiedetä: aloita tuntuman mukaan selvästi lyhyemmillä askelilla.</translation>
    </message>
    <message>
        <source>It shows whether it hurts even with short steps.</source>
        <translation>Se näyttää, sattuuko lyhyilläkin askelilla.</translation>
    </message>
    <message>
        <source>It shows whether the speed hurts, and not only the extension.</source>
        <translation>Se näyttää, sattuuko vauhti eikä vain ojennus.</translation>
    </message>
    <message>
        <source>Nothing has hurt yet: one step further.</source>
        <translation>Mikään ei ole vielä sattunut: hieman pidemmälle.</translation>
    </message>
    <message>
        <source>One smaller step further: more might bring pain of 5 too easily.</source>
        <translation>Vain vähän pidemmälle: suurempi lisäys voisi liian helposti nostaa kivun viiteen.</translation>
    </message>
    <message>
        <source>Of the safe bouts it is expected to tell most about where pain begins.</source>
        <translation>Turvallisista jaksoista sen odotetaan kertovan eniten siitä, missä kipu alkaa.</translation>
    </message>
    <message>
        <source>It did not hurt before; if it does now, the test has made the hip sore.</source>
        <translation>Aiemmin se ei sattunut; jos se nyt sattuu, testi on ärsyttänyt lonkkaa.</translation>
    </message>
    <message>
        <source>The test ends with gentle steps.</source>
        <translation>Testi päättyy kevyisiin askeliin.</translation>
    </message>
    <message>
        <source>Chance of own pain {0}, of pain 5 or more {1}.</source>
        <translation>Oman kivun todennäköisyys {0}, vähintään viiden kivun {1}.</translation>
    </message>
    <message>
        <source>The test is complete.</source>
        <translation>Testi on valmis.</translation>
    </message>
    <message>
        <source>Stopped for a warning sign: find out which one, and act on it now.</source>
        <translation>Keskeytetty varoitusmerkin vuoksi: selvitä, mikä se on, ja toimi heti sen mukaan.</translation>
    </message>
    <message>
        <source>Stopped by wish.</source>
        <translation>Keskeytetty pyynnöstä.</translation>
    </message>
    <message>
        <source>Ended: three bouts have hurt, and that is enough.</source>
        <translation>Päättyi: kolme jaksoa on sattunut, ja se riittää.</translation>
    </message>
    <message>
        <source>Ended: pain did not settle within five minutes.</source>
        <translation>Päättyi: kipu ei rauhoittunut viidessä minuutissa.</translation>
    </message>
    <message>
        <source>Target: clearly shorter than usual, by feel</source>
        <translation>Tavoite: tuntuman mukaan selvästi tavallista lyhyempi</translation>
    </message>
    <message>
        <source>Target: as they usually walk</source>
        <translation>Tavoite: niin kuin hän tavallisesti kävelee</translation>
    </message>
    <message>
        <source>Target: {0} behind the standing line</source>
        <translation>Tavoite: {0} seisomalinjan taakse</translation>
    </message>
    <message>
        <source>No floor marks for this bout.</source>
        <translation>Tähän jaksoon ei tule lattiamerkkejä.</translation>
    </message>
    <message>
        <source>Floor marks: {0} from one mark of the tested foot to the next, {1} for each step</source>
        <translation>Lattiamerkit: testattavan jalan merkistä seuraavaan {0}, yksi askel {1}</translation>
    </message>
    <message>
        <source>No beat for this bout.</source>
        <translation>Tässä jaksossa ei ole tahtia.</translation>
    </message>
    <message>
        <source>Metronome: {0} steps a minute</source>
        <translation>Metronomi: {0} askelta minuutissa</translation>
    </message>
    <message>
        <source>Sensor: no samples yet</source>
        <translation>Anturi: ei vielä lukemia</translation>
    </message>
    <message>
        <source>Sensor: let the person stand still for five seconds</source>
        <translation>Anturi: pyydä seisomaan paikallaan viisi sekuntia</translation>
    </message>
    <message>
        <source>Sensor: ready</source>
        <translation>Anturi: valmis</translation>
    </message>
    <message>
        <source>{0} of {1} strides</source>
        <translation>{0}/{1} askelparia</translation>
    </message>
    <message>
        <source>Bout {0} of at most {1}: {2}</source>
        <translation>Jakso {0}, enintään {1}: {2}</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Tauko</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Valmis</translation>
    </message>
    <message>
        <source>thank you</source>
        <translation>kiitos</translation>
    </message>
    <message>
        <source>Stand</source>
        <translation>Seiso</translation>
    </message>
    <message>
        <source>how does it feel?</source>
        <translation>miltä tuntuu?</translation>
    </message>
    <message>
        <source>Rest</source>
        <translation>Lepää</translation>
    </message>
    <message>
        <source>until it has calmed</source>
        <translation>kunnes kipu on rauhoittunut</translation>
    </message>
    <message>
        <source>Stand still</source>
        <translation>Seiso paikallasi</translation>
    </message>
    <message>
        <source>five seconds</source>
        <translation>viisi sekuntia</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>Odota</translation>
    </message>
    <message>
        <source>a question first</source>
        <translation>ensin kysymys</translation>
    </message>
    <message>
        <source>until you are told to stop</source>
        <translation>kunnes pyydetään pysähtymään</translation>
    </message>
    <message>
        <source>with the beat</source>
        <translation>tahdin mukaan</translation>
    </message>
    <message>
        <source>from mark to mark</source>
        <translation>merkistä merkkiin</translation>
    </message>
    <message>
        <source>Longer steps</source>
        <translation>Pidemmät askeleet</translation>
    </message>
    <message>
        <source>steps as long as usual</source>
        <translation>yhtä pitkät askeleet kuin tavallisesti</translation>
    </message>
    <message>
        <source>Faster beat</source>
        <translation>Nopeampi tahti</translation>
    </message>
    <message>
        <source>Usual walking already hurts 5 or more: let it calm first; a test would only provoke.</source>
        <translation>Tavallinen kävely sattuu jo vähintään 5: anna sen ensin rauhoittua; testi vain ärsyttäisi.</translation>
    </message>
    <message>
        <source>Practice with a simulated walker: nothing of it is kept.</source>
        <translation>Harjoittelua simuloidun kävelijän kanssa: mitään ei tallenneta.</translation>
    </message>
    <message>
        <source>A test goes on.</source>
        <translation>Testi on käynnissä.</translation>
    </message>
    <message>
        <source>Pause it or stop it first; then everything is kept.</source>
        <translation>Keskeytä se ensin tauolle tai lopeta se; silloin kaikki tallentuu.</translation>
    </message>
    <message>
        <source>Stay here</source>
        <translation>Pysy tässä</translation>
    </message>
    <message>
        <source>Pause the test</source>
        <translation>Testi tauolle</translation>
    </message>
    <message>
        <source>Show the threshold</source>
        <translation>Näytä kipukynnys</translation>
    </message>
    <message>
        <source>Long-stride test</source>
        <translation>Pitkän askeleen testi</translation>
    </message>
    <message>
        <source>Where does the person&apos;s own pain begin? Bouts of at least ten strides, from short to long, with a rating before and after each. About fifteen minutes.</source>
        <translation>Missä testattavan oma kipu alkaa? Vähintään kymmenen askelparin jaksoja lyhyestä pitkään; kipu arvioidaan ennen jokaista jaksoa ja sen jälkeen. Noin viisitoista minuuttia.</translation>
    </message>
    <message>
        <source>Leg with the sensor</source>
        <translation>Jalka, jossa anturi on</translation>
    </message>
    <message>
        <source>A test of this leg was interrupted</source>
        <translation>Tämän jalan testi jäi kesken</translation>
    </message>
    <message>
        <source>Go on with it</source>
        <translation>Jatka sitä</translation>
    </message>
    <message>
        <source>Leave it, and keep what there is</source>
        <translation>Lopeta se ja tallenna tähänastinen</translation>
    </message>
    <message>
        <source>A new test</source>
        <translation>Uusi testi</translation>
    </message>
    <message>
        <source>With the sensor</source>
        <translation>Anturilla</translation>
    </message>
    <message>
        <source>Practise with a simulated walker</source>
        <translation>Harjoittele simuloidulla kävelijällä</translation>
    </message>
    <message>
        <source>The last test of this leg</source>
        <translation>Tämän jalan viimeisin testi</translation>
    </message>
    <message>
        <source>Threshold and limit</source>
        <translation>Kipukynnys ja raja</translation>
    </message>
    <message>
        <source>⚠ The morning after the last test was much worse. Let it settle first, and think whether another test is worth it.</source>
        <translation>⚠ Viime testin jälkeinen aamu oli paljon pahempi. Anna sen ensin tasaantua, ja mieti, kannattaako uusi testi.</translation>
    </message>
    <message>
        <source>The morning after the last test is not known yet. Ask before another one.</source>
        <translation>Viime testin jälkeistä aamua ei vielä tiedetä. Kysy ennen uutta.</translation>
    </message>
    <message>
        <source>Everything until then is kept: {0} rated bouts.</source>
        <translation>Kaikki siihen asti on tallessa: {0} arvioitua jaksoa.</translation>
    </message>
    <message>
        <source>Tested on {0}.</source>
        <translation>Testattu {0}.</translation>
    </message>
    <message>
        <source>Closed: after an operation or fracture the test waits until date, approach and restrictions stand in the intake and, in the first twelve weeks, it is ticked there.</source>
        <translation>Suljettu: leikkauksen tai murtuman jälkeen testi odottaa, kunnes päivä, leikkausavaus ja rajoitukset on kirjattu alkututkimukseen ja testi on ensimmäisten kahdentoista viikon aikana merkitty siellä sallituksi.</translation>
    </message>
    <message>
        <source>The intake speaks against a test: {0}.</source>
        <translation>Alkututkimus puhuu testiä vastaan: {0}.</translation>
    </message>
    <message>
        <source>Practice is not kept, and no limit can be set from it; you rate the pain yourself.</source>
        <translation>Harjoittelua ei tallenneta, eikä siitä voi asettaa rajaa. Arvioit kivun itse.</translation>
    </message>
    <message>
        <source>Red, as after a walk: let the person rest, and ask for warning signs. No recorded walk for 24 to 48 hours; the morning after is asked.</source>
        <translation>Punainen, kuten kävelyn jälkeen: anna henkilön levätä ja kysy varoitusmerkeistä. Ei tallennettua kävelyä 24–48 tuntiin. Seuraavan aamun kipu kysytään.</translation>
    </message>
    <message>
        <source>Ended: pain of 5 or more.</source>
        <translation>Päättyi: kipu oli vähintään viisi.</translation>
    </message>
    <message>
        <source>Ended: pain rose by 3 or more.</source>
        <translation>Päättyi: kipu nousi vähintään kolmella.</translation>
    </message>
</context>
<context>
    <name>threshold</name>
    <message>
        <source>No bout was rated, so nothing is known of a threshold.</source>
        <translation>Yhtään jaksoa ei arvioitu, joten kipukynnystä ei tiedetä.</translation>
    </message>
    <message>
        <source>Pain begins somewhere below {0} (95 % sure); how far is not known.</source>
        <translation>Kipu alkaa jossakin alle {0} (95 %:n varmuus); kuinka paljon, sitä ei tiedetä.</translation>
    </message>
    <message>
        <source>Pain begins somewhere beyond {0} (95 % sure); how far is not known.</source>
        <translation>Kipu alkaa jossakin yli {0} (95 %:n varmuus); kuinka paljon, sitä ei tiedetä.</translation>
    </message>
    <message>
        <source>Where pain begins is not known.</source>
        <translation>Ei tiedetä, missä kipu alkaa.</translation>
    </message>
    <message>
        <source>Own pain begins at about {0} (95 % interval {1} to {2}).</source>
        <translation>Oma kipu alkaa noin kohdassa {0} (95 %:n väli {1} – {2}).</translation>
    </message>
    <message>
        <source>Grade A: known to within 6°.</source>
        <translation>Luokka A: tiedetään 6°:n tarkkuudella.</translation>
    </message>
    <message>
        <source>Grade B: known to within 9°.</source>
        <translation>Luokka B: tiedetään 9°:n tarkkuudella.</translation>
    </message>
    <message>
        <source>Grade C: only roughly known, or held down by pain relief or a hip made sore.</source>
        <translation>Luokka C: tiedetään vain karkeasti, tai kivunlievitys tai ärtynyt lonkka laskee luokkaa.</translation>
    </message>
    <message>
        <source>Grade N: not provoked; the limit is the longest comfortable bout.</source>
        <translation>Luokka N: kipua ei saatu esiin; raja on pisin mukava jakso.</translation>
    </message>
    <message>
        <source>Provisional: the interval is wider than 10° or has an open end.</source>
        <translation>Alustava: väli on yli 10° tai sen toinen pää on avoin.</translation>
    </message>
    <message>
        <source>The test proposes no limit: no comfortable stride was found.</source>
        <translation>Testi ei ehdota rajaa: mukavaa askelta ei löytynyt.</translation>
    </message>
    <message>
        <source>Proposed limit {0}: the longest bout that was comfortable.</source>
        <translation>Ehdotettu raja {0}: pisin jakso, joka oli mukava.</translation>
    </message>
    <message>
        <source>Proposed limit {0}: one bout in five would hurt at {1}, less {2} of caution for what is not known and for wearing the sensor anew.</source>
        <translation>Ehdotettu raja {0}: yksi jakso viidestä sattuisi kohdassa {1}, josta on vähennetty {2} varovaisuutta sen vuoksi, mitä ei tiedetä ja miten anturi asettuu uudelleen.</translation>
    </message>
    <message>
        <source>There is no stride length for it.</source>
        <translation>Sille ei ole askelparin pituutta.</translation>
    </message>
    <message>
        <source>As a stride: {0}, by the strides of this test.</source>
        <translation>Askelparina: {0}, tämän testin askelten mukaan.</translation>
    </message>
    <message>
        <source>As a stride: {0}; pain begins between {1} and {2}, by the strides of this test.</source>
        <translation>Askelparina: {0}; kipu alkaa välillä {1} – {2}, tämän testin askelten mukaan.</translation>
    </message>
    <message>
        <source>Sensitised: a bout that was comfortable hurt when repeated.</source>
        <translation>Herkistynyt: mukava jakso sattui toistettuna.</translation>
    </message>
    <message>
        <source>Speed hurts too, not only extension: usual strides hurt faster.</source>
        <translation>Myös vauhti sattuu, ei vain ojennus: tavalliset askeleet sattuivat nopeammin käveltyinä.</translation>
    </message>
    <message>
        <source>Usual strides hurt.</source>
        <translation>Tavalliset askeleet sattuivat.</translation>
    </message>
    <message>
        <source>Even short strides hurt.</source>
        <translation>Lyhyetkin askeleet sattuivat.</translation>
    </message>
    <message>
        <source>Another pain than the familiar one came: look at what it is.</source>
        <translation>Tuli muuta kuin tuttua kipua: selvitä, mitä se on.</translation>
    </message>
    <message>
        <source>No stride length: the strides were too alike to show a slope.</source>
        <translation>Ei askelparin pituutta: askeleet olivat liian samanlaisia yhteyden näkemiseen.</translation>
    </message>
    <message>
        <source>No stride length: longer strides did not go with more extension, as in a limp.</source>
        <translation>Ei askelparin pituutta: pidemmät askeleet eivät ojentaneet lonkkaa enempää, kuten ontuessa.</translation>
    </message>
    <message>
        <source>No stride length: the limit lies beyond the strides that were walked.</source>
        <translation>Ei askelparin pituutta: raja on käveltyjen askelten ulkopuolella.</translation>
    </message>
    <message>
        <source>No limit is in force.</source>
        <translation>Mikään raja ei ole voimassa.</translation>
    </message>
    <message>
        <source>In force: {0}.</source>
        <translation>Voimassa: {0}.</translation>
    </message>
    <message>
        <source>In force: {0}, valid until {1}.</source>
        <translation>Voimassa: {0}, {1} asti.</translation>
    </message>
    <message>
        <source>In force: {0}, but it expired on {1}: time to test again.</source>
        <translation>Voimassa: {0}, mutta se vanheni {1}: on aika testata uudelleen.</translation>
    </message>
    <message>
        <source>Its grade is now {0}; it was {1}.</source>
        <translation>Sen luokka on nyt {0}; se oli {1}.</translation>
    </message>
    <message>
        <source>Locked by {0} on {1}.</source>
        <translation>Lukinnut {0}, {1}.</translation>
    </message>
    <message>
        <source>{0} rated walks since the test propose a limit of {1}.</source>
        <translation>{0} testin jälkeistä arvioitua kävelyä ehdottaa rajaksi {1}.</translation>
    </message>
    <message>
        <source>By {0} rated walks since the test</source>
        <translation>{0} testin jälkeisen arvioidun kävelyn perusteella</translation>
    </message>
    <message>
        <source>As the long-stride test proposes</source>
        <translation>Kuten pitkän askeleen testi ehdottaa</translation>
    </message>
    <message>
        <source>As a stride: {0}, by {1} strides of this test.</source>
        <translation>Askelparina: {0}, tämän testin {1} askelparin mukaan.</translation>
    </message>
    <message>
        <source>{0}. {1}: {2}, {3} strides, pain {4}, not rated</source>
        <translation>{0}. {1}: {2}, {3} askelparia, kipu {4}, ei arvioitu</translation>
    </message>
    <message>
        <source>{0}. {1}: {2}, {3} strides, pain {4} to {5}</source>
        <translation>{0}. {1}: {2}, {3} askelparia, kipu {4} → {5}</translation>
    </message>
    <message>
        <source>{0}. {1}: {2}, {3} strides, pain {4} to {5}; does not count</source>
        <translation>{0}. {1}: {2}, {3} askelparia, kipu {4} → {5}; ei lasketa</translation>
    </message>
    <message>
        <source>{0}. {1}: {2}, {3} strides, pain {4} to {5}; not the familiar pain</source>
        <translation>{0}. {1}: {2}, {3} askelparia, kipu {4} → {5}; ei tuttua kipua</translation>
    </message>
    <message>
        <source>chance of own pain, %</source>
        <translation>oman kivun todennäköisyys, %</translation>
    </message>
    <message>
        <source>thigh extension of a bout, degrees</source>
        <translation>jakson reiden ojennus, astetta</translation>
    </message>
    <message>
        <source>limit</source>
        <translation>raja</translation>
    </message>
    <message>
        <source>A bout of {0} hurt all the same: as longer ones did not, the fit takes it for pain that comes now and then whatever the stride. Judge for yourself.</source>
        <translation>Jakso, jonka ojennus oli {0}, sattui silti. Koska pidemmät eivät sattuneet, laskenta pitää sitä kipuna, jota tulee silloin tällöin askeleesta riippumatta. Arvioi itse.</translation>
    </message>
    <message>
        <source>No stride length: too few strides have one. Leg length or height, among the measures of the intake, gives it.</source>
        <translation>Ei askelparin pituutta: liian harvalla askelparilla on se. Sen saa, kun alkututkimuksen mittoihin merkitään jalan pituus tai pituus.</translation>
    </message>
    <message>
        <source>{0}; corrected, first entered as {1}</source>
        <translation>{0}; korjattu, ensin merkitty {1}</translation>
    </message>
</context>
<context>
    <name>today</name>
    <message>
        <source>Today</source>
        <translation>Tänään</translation>
    </message>
    <message>
        <source>A few questions first</source>
        <translation>Ensin muutama kysymys</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Vastaa</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Valmis</translation>
    </message>
    <message>
        <source>When it has been looked at, or is gone, answer again.</source>
        <translation>Kun se on tutkittu tai mennyt ohi, vastaa uudelleen.</translation>
    </message>
    <message>
        <source>How sore is it now?</source>
        <translation>Kuinka kova kipu on nyt?</translation>
    </message>
    <message>
        <source>What set it off?</source>
        <translation>Mikä sen laukaisi?</translation>
    </message>
    <message>
        <source>What eased it, or was taken in the last hours?</source>
        <translation>Mikä helpotti, tai mitä otit viime tunteina?</translation>
    </message>
    <message>
        <source>Keep this</source>
        <translation>Tallenna</translation>
    </message>
    <message>
        <source>Slept as usual</source>
        <translation>Nukuin kuten yleensä</translation>
    </message>
    <message>
        <source>Slept worse because of it</source>
        <translation>Nukuin sen takia huonommin</translation>
    </message>
    <message>
        <source>How was your sleep?</source>
        <translation>Miten nukuit?</translation>
    </message>
    <message>
        <source>Keep this answer</source>
        <translation>Tallenna vastaus</translation>
    </message>
    <message>
        <source>How sore was it this morning? ({0} leg)</source>
        <translation>Kuinka kova kipu oli tänä aamuna? ({0} jalka)</translation>
    </message>
    <message>
        <source>How sore was it on the morning after {0}? ({1} leg)</source>
        <translation>Kuinka kova kipu oli aamulla päivän {0} jälkeen? ({1} jalka)</translation>
    </message>
    <message>
        <source>Walk</source>
        <translation>Kävely</translation>
    </message>
    <message>
        <source>Start the walk</source>
        <translation>Aloita kävely</translation>
    </message>
    <message>
        <source>Exercises</source>
        <translation>Harjoitteet</translation>
    </message>
    <message>
        <source>Open the exercises</source>
        <translation>Avaa harjoitteet</translation>
    </message>
    <message>
        <source>Worth knowing</source>
        <translation>Hyvä tietää</translation>
    </message>
    <message>
        <source>Pain now: {0} of 10</source>
        <translation>Kipu nyt: {0}/10</translation>
    </message>
    <message>
        <source>Tell again</source>
        <translation>Kerro uudelleen</translation>
    </message>
    <message>
        <source>Was it as before within two hours?</source>
        <translation>Oliko kipu kahdessa tunnissa ennallaan?</translation>
    </message>
    <message>
        <source>I did not notice</source>
        <translation>En huomannut</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Kyllä</translation>
    </message>
    <message>
        <source>No, it took longer</source>
        <translation>Ei, kesti kauemmin</translation>
    </message>
    <message>
        <source>You have walked today already. Another walk can wait: how the hip feels tomorrow morning decides what is next.</source>
        <translation>Olet jo kävellyt tänään. Seuraava kävely voi odottaa: se, miltä lonkka tuntuu huomisaamuna, ratkaisee jatkon.</translation>
    </message>
    <message>
        <source>The worst pain during that walk</source>
        <translation>Pahin kipu sillä kävelyllä</translation>
    </message>
    <message>
        <source>Did you feel any of these?</source>
        <translation>Tunsitko jotain näistä?</translation>
    </message>
    <message>
        <source>I do not know any more</source>
        <translation>En enää tiedä</translation>
    </message>
    <message>
        <source>How was the walk of {0}, {1}? It was not rated.</source>
        <translation>Millainen kävely oli {0} kello {1}? Sitä ei arvioitu.</translation>
    </message>
    <message>
        <source>⚠ By this computer&apos;s clock it is the day above, but something was told on {0}. Set the clock right: the plan goes by it.</source>
        <translation>⚠ Tietokoneen kellon mukaan on yllä oleva päivä, mutta jotain on kerrottu {0}. Aseta kello oikeaan: suunnitelma kulkee sen mukaan.</translation>
    </message>
    <message>
        <source>What can ease it stands under Exercises, in Self-care: cold, the resting position and more, each with what to mind.</source>
        <translation>Mikä voi helpottaa, on Harjoitteiden alla Itsehoidossa: kylmä, lepoasento ja muuta, jokaisessa mitä huomioida.</translation>
    </message>
    <message>
        <source>Open self-care</source>
        <translation>Avaa itsehoito</translation>
    </message>
</context>
<context>
    <name>trends</name>
    <message>
        <source>d MMM</source>
        <translation>d.M.</translation>
    </message>
    <message>
        <source>How the pain has changed is told here after two weeks of answers.</source>
        <translation>Kivun muutos kerrotaan tässä, kun vastauksia on kahdelta viikolta.</translation>
    </message>
    <message>
        <source>Worst pain fell from {0} to {1} in {2} weeks.</source>
        <translation>Pahin kipu väheni {2} viikossa: ennen {0}, nyt {1}.</translation>
    </message>
    <message>
        <source>Worst pain rose from {0} to {1} in {2} weeks. If it stays so, talk to your physiotherapist.</source>
        <translation>Pahin kipu lisääntyi {2} viikossa: ennen {0}, nyt {1}. Jos se ei mene ohi, puhu fysioterapeutillesi.</translation>
    </message>
    <message>
        <source>Worst pain is about the same as {2} weeks ago: it was {0} and is {1}.</source>
        <translation>Pahin kipu on suunnilleen sama kuin {2} viikkoa sitten: silloin {0}, nyt {1}.</translation>
    </message>
    <message>
        <source>Nothing is missing: a day without an answer stays empty.</source>
        <translation>Mitään ei puutu: päivä ilman vastausta jää tyhjäksi.</translation>
    </message>
    <message>
        <source>Compared is the middle value of each day&apos;s worst pain, in the first week and in the last. Less than one point, or 15&#xa0;%, does not count as a change.</source>
        <translation>Verrataan päivien pahimman kivun keskimmäistä arvoa ensimmäisellä ja viimeisellä viikolla. Alle yhden pisteen tai alle 15&#xa0;%:n ero ei ole muutos.</translation>
    </message>
    <message>
        <source>{0} weeks</source>
        <translation>{0} viikkoa</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Päivä</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Viikko</translation>
    </message>
    <message>
        <source>Worst pain</source>
        <translation>Pahin kipu</translation>
    </message>
    <message>
        <source>Minutes walked</source>
        <translation>Kävelty, minuuttia</translation>
    </message>
    <message>
        <source>Comfortable strides</source>
        <translation>Mukavat askelparit</translation>
    </message>
    <message>
        <source>Exercises</source>
        <translation>Harjoitteet</translation>
    </message>
    <message>
        <source>0 to 2</source>
        <translation>0–2</translation>
    </message>
    <message>
        <source>3 or 4</source>
        <translation>3 tai 4</translation>
    </message>
    <message>
        <source>5 or more</source>
        <translation>5 tai enemmän</translation>
    </message>
    <message>
        <source>Nobody told of pain in these weeks.</source>
        <translation>Kivusta ei ole kerrottu näinä viikkoina.</translation>
    </message>
    <message>
        <source>Told on {0} of {1}, between {2} and {3}.</source>
        <translation>Kerrottu {0} / {1}. Pienin {2}, suurin {3}.</translation>
    </message>
    <message>
        <source>nobody told</source>
        <translation>ei kerrottu</translation>
    </message>
    <message>
        <source>Worst pain of the day, 0 to 10</source>
        <translation>Päivän pahin kipu, 0–10</translation>
    </message>
    <message>
        <source>Worst pain of a day, middle of the week, 0 to 10</source>
        <translation>Päivän pahin kipu, viikon keskimmäinen, 0–10</translation>
    </message>
    <message>
        <source>No walk in these weeks.</source>
        <translation>Ei kävelyjä näinä viikkoina.</translation>
    </message>
    <message>
        <source>{0} minutes in all, at most {1}.</source>
        <translation>Yhteensä {0} minuuttia, enimmillään {1}.</translation>
    </message>
    <message>
        <source>no walk</source>
        <translation>ei kävelyä</translation>
    </message>
    <message>
        <source>No stride was judged by a limit in these weeks.</source>
        <translation>Yhtään askelparia ei arvioitu rajan mukaan näinä viikkoina.</translation>
    </message>
    <message>
        <source>{0} of the strides on average.</source>
        <translation>Keskimäärin {0} askelpareista.</translation>
    </message>
    <message>
        <source>not judged</source>
        <translation>ei arvioitu</translation>
    </message>
    <message>
        <source>Strides within your limit</source>
        <translation>Askelparit rajasi sisällä</translation>
    </message>
    <message>
        <source>{0} exercises in all.</source>
        <translation>Yhteensä {0} harjoitetta.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ei yhtään</translation>
    </message>
    <message>
        <source>Exercises done</source>
        <translation>Tehdyt harjoitteet</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>{0} to {1}</source>
        <translation>{0}–{1}</translation>
    </message>
    <message>
        <source>{0} days</source>
        <translation>{0} päivää</translation>
    </message>
    <message>
        <source>Told on {0} of {1}: {2}.</source>
        <translation>Kerrottu: {0} / {1}. Kipu {2}.</translation>
    </message>
</context>
<context>
    <name>units</name>
    <message>
        <source>{0}°</source>
        <translation>{0}°</translation>
    </message>
    <message>
        <source>{0} m</source>
        <translation>{0} m</translation>
    </message>
    <message>
        <source>{0} %</source>
        <translation>{0} %</translation>
    </message>
    <message>
        <source>{0} (± {1})</source>
        <translation>{0} (± {1})</translation>
    </message>
    <message>
        <source>{0} dBm</source>
        <translation>{0} dBm</translation>
    </message>
    <message>
        <source> km/h</source>
        <translation> km/h</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0} min</translation>
    </message>
</context>
<context>
    <name>walk</name>
    <message>
        <source>Hip extension, measured at the thigh</source>
        <translation>Lonkan ojennus reidestä mitattuna</translation>
    </message>
    <message>
        <source>No stride yet</source>
        <translation>Ei vielä askelparia</translation>
    </message>
    <message>
        <source>Last stride: {0} behind your standing line</source>
        <translation>Viimeisin askelpari: {0} seisomalinjasi takana</translation>
    </message>
    <message>
        <source>Last stride: {0} behind your standing line, {1} long</source>
        <translation>Viimeisin askelpari: {0} seisomalinjasi takana, pituus {1}</translation>
    </message>
    <message>
        <source>my limit {0}</source>
        <translation>oma rajani {0}</translation>
    </message>
    <message>
        <source>thigh behind</source>
        <translation>reisi takana</translation>
    </message>
    <message>
        <source>thigh in front</source>
        <translation>reisi edessä</translation>
    </message>
    <message>
        <source>Stride lengths come with the first strides, if the leg length is known.</source>
        <translation>Askelparien pituudet näkyvät ensimmäisistä askelista alkaen, jos jalan pituus tiedetään.</translation>
    </message>
    <message>
        <source>Within your limit: {0} of the last {1} judged strides.</source>
        <translation>Rajassasi: {0} viimeisistä {1} arvioidusta askelparista.</translation>
    </message>
    <message>
        <source>Pain marked at {0}.</source>
        <translation>Kipu merkitty kohtaan {0}.</translation>
    </message>
</context>
<context>
    <name>work</name>
    <message>
        <source>Cancel</source>
        <translation>Peruuta</translation>
    </message>
</context>
<context>
    <name>worn</name>
    <message>
        <source>A simulated sensor counts; nothing of it is kept.</source>
        <translation>Simuloitu anturi laskee; siitä ei tallenneta mitään.</translation>
    </message>
    <message>
        <source>Looking for the sensor …</source>
        <translation>Etsitään anturia …</translation>
    </message>
    <message>
        <source>The sensor counts.</source>
        <translation>Anturi laskee.</translation>
    </message>
    <message>
        <source>Keep still a moment, then begin: the sensor counts.</source>
        <translation>Pysy hetki paikallasi ja aloita sitten: anturi laskee.</translation>
    </message>
    <message>
        <source>The sensor is out of reach. Go on; say yourself when the set is done.</source>
        <translation>Anturiin ei saada yhteyttä. Jatka; kerro itse, kun sarja on tehty.</translation>
    </message>
    <message>
        <source>The sensor says: sitting or lying.</source>
        <translation>Anturin mukaan istut tai makaat.</translation>
    </message>
    <message>
        <source>The sensor says: standing.</source>
        <translation>Anturin mukaan seisot.</translation>
    </message>
    <message>
        <source>The sensor says: walking.</source>
        <translation>Anturin mukaan kävelet.</translation>
    </message>
    <message>
        <source>The sensor is on.</source>
        <translation>Anturi on päällä.</translation>
    </message>
</context>
</TS>
