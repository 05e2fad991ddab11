<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fi" sourcelanguage="en">
    <context>
        <name>words</name>
        <message>
            <source>A blood clot</source>
            <translation>Veritulppa</translation>
        </message>
        <message>
            <source>A brisk pace is open to you, when the plan gets there.</source>
            <translation>Saat kävellä reippaasti, kun suunnitelma etenee siihen asti.</translation>
        </message>
        <message>
            <source>A change of position</source>
            <translation>Asennon vaihto</translation>
        </message>
        <message>
            <source>A few questions about warning signs come before today's plan.</source>
            <translation>Ennen päivän suunnitelmaa kysytään muutama kysymys varoitusmerkeistä.</translation>
        </message>
        <message>
            <source>A foot that newly drops or drags, or weakness that grows?</source>
            <translation>Jalkaterä, joka on alkanut roikkua tai laahata, tai paheneva heikkous?</translation>
        </message>
        <message>
            <source>A hot, swollen calf?</source>
            <translation>Kuumottava, turvonnut pohje?</translation>
        </message>
        <message>
            <source>A little slower</source>
            <translation>Hieman hitaammin</translation>
        </message>
        <message>
            <source>A painkiller</source>
            <translation>Kipulääke</translation>
        </message>
        <message>
            <source>A replaced hip</source>
            <translation>Lonkan tekonivel</translation>
        </message>
        <message>
            <source>A second time within a week was a little too much, so a fifth less: {minutes} minutes.</source>
            <translation>Toista kertaa viikon sisällä hieman liikaa, joten viidennes vähemmän: {minutes} minuuttia.</translation>
        </message>
        <message>
            <source>A step back, because the last time was too much</source>
            <translation>Askel takaisin, koska viime kerta oli liikaa</translation>
        </message>
        <message>
            <source>A step up of the way back to full strides</source>
            <translation>Askel eteenpäin matkalla täysiin askeliin</translation>
        </message>
        <message>
            <source>A sudden rise in training</source>
            <translation>Äkillinen harjoittelun lisäys</translation>
        </message>
        <message>
            <source>A value in this file is not a number.</source>
            <translation>Tiedoston yksi arvo ei ole luku.</translation>
        </message>
        <message>
            <source>A walk lasts at most {minutes} minutes.</source>
            <translation>Kävely kestää enintään {minutes} minuuttia.</translation>
        </message>
        <message>
            <source>After a day that was too much</source>
            <translation>Liian rasittavan päivän jälkeen</translation>
        </message>
        <message>
            <source>After an injury or a fall</source>
            <translation>Vamman tai kaatumisen jälkeen</translation>
        </message>
        <message>
            <source>After an operation</source>
            <translation>Leikkauksen jälkeen</translation>
        </message>
        <message>
            <source>After more load than usual</source>
            <translation>Tavallista suuremman kuormituksen jälkeen</translation>
        </message>
        <message>
            <source>After your operation or fracture, walks wait until your physiotherapist ticks them.</source>
            <translation>Leikkauksen tai murtuman jälkeen kävelyt odottavat, kunnes fysioterapeuttisi hyväksyy ne.</translation>
        </message>
        <message>
            <source>Allow Hip Coach to use Bluetooth in the system settings.</source>
            <translation>Salli Hip Coachin käyttää Bluetoothia järjestelmän asetuksissa.</translation>
        </message>
        <message>
            <source>An entry bears a signature that is not this physiotherapist's.</source>
            <translation>Merkinnän allekirjoitus ei ole tämän fysioterapeutin.</translation>
        </message>
        <message>
            <source>An entry in a physiotherapist's name is not signed by them.</source>
            <translation>Fysioterapeutin nimissä oleva merkintä ei ole hänen allekirjoittamansa.</translation>
        </message>
        <message>
            <source>An entry was put in from outside.</source>
            <translation>Merkintä on lisätty ohjelman ulkopuolelta.</translation>
        </message>
        <message>
            <source>An entry was taken out.</source>
            <translation>Merkintä on poistettu.</translation>
        </message>
        <message>
            <source>An entry, or the one before it, was changed after it was kept.</source>
            <translation>Merkintää tai sitä edeltävää on muutettu tallentamisen jälkeen.</translation>
        </message>
        <message>
            <source>An exercise</source>
            <translation>Jokin harjoite</translation>
        </message>
        <message>
            <source>An injury where the hamstring begins, at the sit bone</source>
            <translation>Takareiden vamma istuinkyhmyn kohdalla</translation>
        </message>
        <message>
            <source>An open wound</source>
            <translation>Avohaava</translation>
        </message>
        <message>
            <source>An operation within the last weeks</source>
            <translation>Leikkaus viime viikkoina</translation>
        </message>
        <message>
            <source>Angles need both.</source>
            <translation>Kulmiin tarvitaan molemmat.</translation>
        </message>
        <message>
            <source>Angles would be wrong.</source>
            <translation>Kulmat olisivat vääriä.</translation>
        </message>
        <message>
            <source>Another Hip Coach is changing the list of your walks right now.</source>
            <translation>Toinen Hip Coach muuttaa parhaillaan kävelyjesi luetteloa.</translation>
        </message>
        <message>
            <source>Another operation</source>
            <translation>Muu leikkaus</translation>
        </message>
        <message>
            <source>Another sensor of the same name answers, not the one you wore last.</source>
            <translation>Vastaaja on toinen samanniminen anturi, ei se jota viimeksi käytit.</translation>
        </message>
        <message>
            <source>Any numbness or weakness?</source>
            <translation>Tunnottomuutta tai heikkoutta?</translation>
        </message>
        <message>
            <source>Anything new that you feel below the knee?</source>
            <translation>Uusi tuntemus polven alapuolella?</translation>
        </message>
        <message>
            <source>As it stands</source>
            <translation>Sellaisenaan</translation>
        </message>
        <message>
            <source>Ask whoever gave it to you for a copy made for sharing.</source>
            <translation>Pyydä antajalta jaettavaksi tehty kopio.</translation>
        </message>
        <message>
            <source>Ask your physiotherapist for a new file.</source>
            <translation>Pyydä fysioterapeutiltasi uusi tiedosto.</translation>
        </message>
        <message>
            <source>At most {minutes} minutes, as your physiotherapist set it.</source>
            <translation>Enintään {minutes} minuuttia fysioterapeuttisi ohjeen mukaan.</translation>
        </message>
        <message>
            <source>At most {most} times in seven days.</source>
            <translation>Enintään {most} kertaa seitsemässä päivässä.</translation>
        </message>
        <message>
            <source>At the next stop, get out and walk a little.</source>
            <translation>Seuraavalla pysähdyksellä nouse ja kävele hetki.</translation>
        </message>
        <message>
            <source>Back pain</source>
            <translation>Selkäkipu</translation>
        </message>
        <message>
            <source>Balance trouble</source>
            <translation>Tasapainovaikeuksia</translation>
        </message>
        <message>
            <source>Before the first walk</source>
            <translation>Ennen ensimmäistä kävelyä</translation>
        </message>
        <message>
            <source>Begin a new walk.</source>
            <translation>Aloita uusi kävely.</translation>
        </message>
        <message>
            <source>Below the knee</source>
            <translation>Polven alapuoli</translation>
        </message>
        <message>
            <source>Bending and extending would be mixed up.</source>
            <translation>Koukistus ja ojennus menisivät sekaisin.</translation>
        </message>
        <message>
            <source>Blood thinners</source>
            <translation>Verenohennuslääkitys</translation>
        </message>
        <message>
            <source>Bluetooth is off.</source>
            <translation>Bluetooth on pois päältä.</translation>
        </message>
        <message>
            <source>Bluetooth or the sensor is busy with something else.</source>
            <translation>Bluetooth tai anturi on varattu muuhun.</translation>
        </message>
        <message>
            <source>Both legs painful, weak or numb?</source>
            <translation>Molemmat jalat kipeät, heikot tai tunnottomat?</translation>
        </message>
        <message>
            <source>Bring the sensor and the computer closer together.</source>
            <translation>Tuo anturi ja tietokone lähemmäs toisiaan.</translation>
        </message>
        <message>
            <source>Brittle bones</source>
            <translation>Haurastuneet luut</translation>
        </message>
        <message>
            <source>Build</source>
            <translation>Vahvistuminen</translation>
        </message>
        <message>
            <source>Calm</source>
            <translation>Rauhoittuminen</translation>
        </message>
        <message>
            <source>Cancer now or earlier?</source>
            <translation>Syöpä nyt tai aiemmin?</translation>
        </message>
        <message>
            <source>Charge the sensor and switch it on.</source>
            <translation>Lataa anturi ja kytke se päälle.</translation>
        </message>
        <message>
            <source>Check its name, and that you may read it.</source>
            <translation>Tarkista tiedoston nimi ja että saat lukea sen.</translation>
        </message>
        <message>
            <source>Check that you may read this file.</source>
            <translation>Tarkista, että saat lukea tämän tiedoston.</translation>
        </message>
        <message>
            <source>Check the disk, and that you may read and write there.</source>
            <translation>Tarkista levy ja että saat lukea ja kirjoittaa siellä.</translation>
        </message>
        <message>
            <source>Check the name and the folder.</source>
            <translation>Tarkista nimi ja kansio.</translation>
        </message>
        <message>
            <source>Check the placement; for a file whose signs are the other way, put a minus before its units.</source>
            <translation>Tarkista sijoitus; jos tiedoston etumerkit ovat päinvastoin, laita miinus sen yksiköiden eteen.</translation>
        </message>
        <message>
            <source>Chest pain or sudden breathlessness?</source>
            <translation>Rintakipua tai äkillistä hengenahdistusta?</translation>
        </message>
        <message>
            <source>Choose a file that ends in .prescription.</source>
            <translation>Valitse tiedosto, jonka nimen lopussa on .prescription.</translation>
        </message>
        <message>
            <source>Choose a longer one: at least ten characters.</source>
            <translation>Valitse pidempi: vähintään kymmenen merkkiä.</translation>
        </message>
        <message>
            <source>Choose a passphrase of at least ten characters: hipcoach passphrase.</source>
            <translation>Valitse vähintään kymmenen merkin salalause: hipcoach passphrase.</translation>
        </message>
        <message>
            <source>Choose a photo: .jpg, .png or .webp.</source>
            <translation>Valitse valokuva: .jpg, .png tai .webp.</translation>
        </message>
        <message>
            <source>Choose a walk file: .csv, .csv.gz or .hipwalk.</source>
            <translation>Valitse kävelytiedosto: .csv, .csv.gz tai .hipwalk.</translation>
        </message>
        <message>
            <source>Choose another name.</source>
            <translation>Valitse toinen nimi.</translation>
        </message>
        <message>
            <source>Choose six or more characters, not in a row and not all alike.</source>
            <translation>Valitse vähintään kuusi merkkiä, ei peräkkäisiä eikä samoja.</translation>
        </message>
        <message>
            <source>Choose the person it is for, and take it there.</source>
            <translation>Valitse henkilö, jolle se on, ja ota se siellä.</translation>
        </message>
        <message>
            <source>Clicking</source>
            <translation>Naksahtelu</translation>
        </message>
        <message>
            <source>Close the other app or phone that holds the sensor.</source>
            <translation>Sulje toinen sovellus tai puhelin, joka pitää anturia varattuna.</translation>
        </message>
        <message>
            <source>Closed</source>
            <translation>Kiinni</translation>
        </message>
        <message>
            <source>Closed by you</source>
            <translation>Sulkemasi</translation>
        </message>
        <message>
            <source>Closed for now: {names}.</source>
            <translation>Toistaiseksi kiinni: {names}.</translation>
        </message>
        <message>
            <source>Cold</source>
            <translation>Kylmä</translation>
        </message>
        <message>
            <source>Cold allergy</source>
            <translation>Kylmäallergia</translation>
        </message>
        <message>
            <source>Columns are missing from this file.</source>
            <translation>Tiedostosta puuttuu sarakkeita.</translation>
        </message>
        <message>
            <source>Comes first</source>
            <translation>Tulee ensin</translation>
        </message>
        <message>
            <source>Compare the six words, by voice, and then take it.</source>
            <translation>Vertaa kuutta sanaa ääneen ja ota ohje sitten.</translation>
        </message>
        <message>
            <source>Convert the accelerations to m/s².</source>
            <translation>Muunna kiihtyvyydet yksikköön m/s².</translation>
        </message>
        <message>
            <source>Convert the turn rates to rad/s.</source>
            <translation>Muunna kulmanopeudet yksikköön rad/s.</translation>
        </message>
        <message>
            <source>Copy the file again from where it came.</source>
            <translation>Kopioi tiedosto uudelleen sieltä, mistä se tuli.</translation>
        </message>
        <message>
            <source>Correct the .json beside the walk.</source>
            <translation>Korjaa kävelyn vieressä oleva .json.</translation>
        </message>
        <message>
            <source>Dance, splits, wide positions</source>
            <translation>Tanssi, spagaatit, laajat asennot</translation>
        </message>
        <message>
            <source>Deep groin pain on each step?</source>
            <translation>Syvä nivuskipu joka askeleella?</translation>
        </message>
        <message>
            <source>Deep in the buttock</source>
            <translation>Syvällä pakarassa</translation>
        </message>
        <message>
            <source>Dizziness</source>
            <translation>Huimausta</translation>
        </message>
        <message>
            <source>Easier</source>
            <translation>Helpompi</translation>
        </message>
        <message>
            <source>End the walk that is being recorded first.</source>
            <translation>Lopeta ensin kävely, jota tallennetaan.</translation>
        </message>
        <message>
            <source>Enter it again.</source>
            <translation>Anna se uudelleen.</translation>
        </message>
        <message>
            <source>Enter the passphrase again; mind capital letters.</source>
            <translation>Kirjoita salalause uudelleen; huomaa isot kirjaimet.</translation>
        </message>
        <message>
            <source>Enter your passphrase.</source>
            <translation>Kirjoita salalauseesi.</translation>
        </message>
        <message>
            <source>Every two weeks</source>
            <translation>Kahden viikon välein</translation>
        </message>
        <message>
            <source>Export the samples instead: --format walk-csv.</source>
            <translation>Vie sen sijaan näytteet: --format walk-csv.</translation>
        </message>
        <message>
            <source>Export the walk again from where it was recorded.</source>
            <translation>Vie kävely uudelleen sieltä, missä se tallennettiin.</translation>
        </message>
        <message>
            <source>Fast steps</source>
            <translation>Nopeat askeleet</translation>
        </message>
        <message>
            <source>Feeling in the skin</source>
            <translation>Ihotunto</translation>
        </message>
        <message>
            <source>Fever together with hip pain?</source>
            <translation>Kuumetta ja lonkkakipua yhtä aikaa?</translation>
        </message>
        <message>
            <source>Flat foot</source>
            <translation>Lattajalka</translation>
        </message>
        <message>
            <source>Fracture</source>
            <translation>Murtuma</translation>
        </message>
        <message>
            <source>From the back</source>
            <translation>Takaa</translation>
        </message>
        <message>
            <source>From the front</source>
            <translation>Edestä</translation>
        </message>
        <message>
            <source>From the side</source>
            <translation>Sivulta</translation>
        </message>
        <message>
            <source>Full</source>
            <translation>Täysi</translation>
        </message>
        <message>
            <source>Full strides are open to you, when the plan gets there.</source>
            <translation>Saat palata täysiin askeliin, kun suunnitelma etenee siihen asti.</translation>
        </message>
        <message>
            <source>Get help today: call your own clinic or the medical advice line.</source>
            <translation>Hae apua tänään: soita omaan hoitopaikkaasi tai lääkäripäivystyksen neuvontaan.</translation>
        </message>
        <message>
            <source>Get help today: call {advice} or your own clinic.</source>
            <translation>Hae apua tänään: soita numeroon {advice} tai omaan hoitopaikkaasi.</translation>
        </message>
        <message>
            <source>Good lap, the same again</source>
            <translation>Hyvä kierros, jatka samoin</translation>
        </message>
        <message>
            <source>Groin</source>
            <translation>Nivunen</translation>
        </message>
        <message>
            <source>Hamstring tendon</source>
            <translation>Takareiden jänne</translation>
        </message>
        <message>
            <source>Harder</source>
            <translation>Raskaampi</translation>
        </message>
        <message>
            <source>Heard while walking, at most: {feedback}.</source>
            <translation>Kävellessä kuuluu enintään: {feedback}.</translation>
        </message>
        <message>
            <source>Heat</source>
            <translation>Lämpö</translation>
        </message>
        <message>
            <source>Hip Coach cannot tell which one is on the leg.</source>
            <translation>Hip Coach ei tiedä, kumpi on jalassa.</translation>
        </message>
        <message>
            <source>Hip Coach cannot tell which one was on the thigh.</source>
            <translation>Hip Coach ei tiedä, kumpi oli reidessä.</translation>
        </message>
        <message>
            <source>Hip Coach may not use Bluetooth.</source>
            <translation>Hip Coach ei saa käyttää Bluetoothia.</translation>
        </message>
        <message>
            <source>Hip replacement</source>
            <translation>Lonkan tekonivel</translation>
        </message>
        <message>
            <source>IFI test, lying on the other side</source>
            <translation>IFI-testi kylkimakuulla</translation>
        </message>
        <message>
            <source>If it is lost or set up anew, nobody can read them, you neither.</source>
            <translation>Jos se katoaa tai asennetaan uudelleen, kukaan ei voi lukea niitä, et sinäkään.</translation>
        </message>
        <message>
            <source>Import both files together.</source>
            <translation>Tuo molemmat tiedostot yhdessä.</translation>
        </message>
        <message>
            <source>In the replaced hip: sudden severe pain, or a leg that is shorter or turned?</source>
            <translation>Tekonivellonkassa: äkillinen kova kipu, tai jalka, joka on lyhentynyt tai kiertynyt?</translation>
        </message>
        <message>
            <source>Inner thigh</source>
            <translation>Reiden sisäpinta</translation>
        </message>
        <message>
            <source>Instead of {instead_of}, which hurt last time.</source>
            <translation>Tämän tilalla: {instead_of}, joka sattui viimeksi.</translation>
        </message>
        <message>
            <source>It belongs to your stage and is next in turn.</source>
            <translation>Kuuluu vaiheeseesi ja on nyt vuorossa.</translation>
        </message>
        <message>
            <source>It can be read once it has ended.</source>
            <translation>Sen voi lukea, kun se on päättynyt.</translation>
        </message>
        <message>
            <source>It is asleep, empty or too far away.</source>
            <translation>Se nukkuu, sen akku on tyhjä tai se on liian kaukana.</translation>
        </message>
        <message>
            <source>It is left as it is; nothing was begun.</source>
            <translation>Se jätetään ennalleen; mitään ei aloitettu.</translation>
        </message>
        <message>
            <source>It is not read, to keep the computer safe.</source>
            <translation>Sitä ei lueta, jotta tietokone pysyy turvassa.</translation>
        </message>
        <message>
            <source>It is usually free again in a moment.</source>
            <translation>Se vapautuu yleensä hetken päästä.</translation>
        </message>
        <message>
            <source>It may not send what Hip Coach needs.</source>
            <translation>Se ei ehkä lähetä sitä, mitä Hip Coach tarvitsee.</translation>
        </message>
        <message>
            <source>It talks to one device at a time.</source>
            <translation>Se puhuu yhdelle laitteelle kerrallaan.</translation>
        </message>
        <message>
            <source>It was changed or damaged on its way, so nothing of it was taken.</source>
            <translation>Se on muuttunut tai vioittunut matkalla, joten siitä ei otettu mitään.</translation>
        </message>
        <message>
            <source>It was not copied or downloaded whole.</source>
            <translation>Sitä ei kopioitu tai ladattu kokonaan.</translation>
        </message>
        <message>
            <source>It was not taken.</source>
            <translation>Sitä ei hyväksytty.</translation>
        </message>
        <message>
            <source>Its numbers are not used until you say it is yours.</source>
            <translation>Sen lukuja ei käytetä, ennen kuin sanot sen olevan sinun.</translation>
        </message>
        <message>
            <source>Its numbers are not used.</source>
            <translation>Sen lukuja ei käytetä.</translation>
        </message>
        <message>
            <source>Its numbers cannot be read.</source>
            <translation>Sen lukuja ei voi lukea.</translation>
        </message>
        <message>
            <source>Knee</source>
            <translation>Polvi</translation>
        </message>
        <message>
            <source>Legs differ in length</source>
            <translation>Jaloissa pituusero</translation>
        </message>
        <message>
            <source>Less</source>
            <translation>Alentunut</translation>
        </message>
        <message>
            <source>Load</source>
            <translation>Kuormitus</translation>
        </message>
        <message>
            <source>Long steps</source>
            <translation>Pitkät askeleet</translation>
        </message>
        <message>
            <source>Long-stride walking</source>
            <translation>Pitkän askeleen kävely</translation>
        </message>
        <message>
            <source>Look at the sensor and confirm that it is yours.</source>
            <translation>Katso anturia ja vahvista, että se on sinun.</translation>
        </message>
        <message>
            <source>Lower back</source>
            <translation>Alaselkä</translation>
        </message>
        <message>
            <source>Lowered by the person</source>
            <translation>Henkilö itse laski</translation>
        </message>
        <message>
            <source>Make room on the disk.</source>
            <translation>Tee levylle tilaa.</translation>
        </message>
        <message>
            <source>Mean and two standard deviations of three comfortable walks</source>
            <translation>Kolmen mukavan kävelyn keskiarvo ja kaksi keskihajontaa</translation>
        </message>
        <message>
            <source>Medicine that makes you drowsy</source>
            <translation>Väsyttävä lääke</translation>
        </message>
        <message>
            <source>Nerve root of the lower back</source>
            <translation>Alaselän hermojuuri</translation>
        </message>
        <message>
            <source>New for you: {names}.</source>
            <translation>Uutta sinulle: {names}.</translation>
        </message>
        <message>
            <source>New trouble passing or holding urine or stool, or changed genital feeling?</source>
            <translation>Uusia vaikeuksia virtsata, ulostaa tai pidättää, tai muuttunut tunto sukuelimissä?</translation>
        </message>
        <message>
            <source>Night pain that no position eases?</source>
            <translation>Yökipu, jota mikään asento ei helpota?</translation>
        </message>
        <message>
            <source>No pain of theirs</source>
            <translation>Ei omaa kipua</translation>
        </message>
        <message>
            <source>No passphrase has been chosen, and this computer has no place for keys.</source>
            <translation>Salalausetta ei ole valittu, eikä tässä tietokoneessa ole paikkaa avaimille.</translation>
        </message>
        <message>
            <source>No photo was kept; the one before, if any, is still there.</source>
            <translation>Kuvaa ei tallennettu. Jos aiempi kuva on, se on yhä tallessa.</translation>
        </message>
        <message>
            <source>No recovery passphrase was chosen on this computer.</source>
            <translation>Tälle tietokoneelle ei ole valittu palautuslausetta.</translation>
        </message>
        <message>
            <source>No strides are seen and no cue can come.</source>
            <translation>Askelia ei näy, eikä vihjettä voi tulla.</translation>
        </message>
        <message>
            <source>No strides can be read from it.</source>
            <translation>Siitä ei voi lukea askelia.</translation>
        </message>
        <message>
            <source>No walk was begun.</source>
            <translation>Kävelyä ei aloitettu.</translation>
        </message>
        <message>
            <source>Nobody can read the walk here.</source>
            <translation>Kukaan ei voi lukea kävelyä täällä.</translation>
        </message>
        <message>
            <source>Nobody stood still in it before walking, so there is no standing line.</source>
            <translation>Siinä ei seisty paikallaan ennen kävelyä, joten seisomalinjaa ei ole.</translation>
        </message>
        <message>
            <source>Nobody was added.</source>
            <translation>Ketään ei lisätty.</translation>
        </message>
        <message>
            <source>Normal</source>
            <translation>Normaali</translation>
        </message>
        <message>
            <source>Not operated</source>
            <translation>Ei leikattu</translation>
        </message>
        <message>
            <source>Nothing brings this PIN back.</source>
            <translation>Mikään ei tuo tätä PINiä takaisin.</translation>
        </message>
        <message>
            <source>Nothing can be written in this folder.</source>
            <translation>Tähän kansioon ei voi kirjoittaa.</translation>
        </message>
        <message>
            <source>Nothing has to be done.</source>
            <translation>Mitään ei tarvitse tehdä.</translation>
        </message>
        <message>
            <source>Nothing heard, summary only</source>
            <translation>Ei ääniä, vain yhteenveto</translation>
        </message>
        <message>
            <source>Nothing in it is used.</source>
            <translation>Mitään sen sisällöstä ei käytetä.</translation>
        </message>
        <message>
            <source>Nothing is taken before you compared its six words with your physiotherapist.</source>
            <translation>Mitään ei oteta, ennen kuin olet verrannut kuutta sanaa fysioterapeuttisi kanssa.</translation>
        </message>
        <message>
            <source>Nothing was begun there, and what is there is as it was.</source>
            <translation>Mitään ei aloitettu, ja kansion sisältö on ennallaan.</translation>
        </message>
        <message>
            <source>Nothing was changed and nothing is lost.</source>
            <translation>Mitään ei muutettu eikä mitään katoa.</translation>
        </message>
        <message>
            <source>Nothing was changed from here.</source>
            <translation>Täältä ei muutettu mitään.</translation>
        </message>
        <message>
            <source>Nothing was changed.</source>
            <translation>Mitään ei muutettu.</translation>
        </message>
        <message>
            <source>Nothing was changed; the newer one stays in force.</source>
            <translation>Mitään ei muutettu; uudempi pysyy voimassa.</translation>
        </message>
        <message>
            <source>Nothing was changed; what was set before stays.</source>
            <translation>Mitään ei muutettu; aiemmin asetettu pysyy.</translation>
        </message>
        <message>
            <source>Nothing was unlocked and nothing was changed.</source>
            <translation>Mitään ei avattu eikä muutettu.</translation>
        </message>
        <message>
            <source>Now two minutes without cues</source>
            <translation>Nyt kaksi minuuttia ilman vihjeitä</translation>
        </message>
        <message>
            <source>Numbness</source>
            <translation>Tunnottomuus</translation>
        </message>
        <message>
            <source>Numbness around the genitals, the back passage or the inner thighs?</source>
            <translation>Tunnottomuutta sukuelinten tai peräaukon ympärillä tai reisien sisäpinnoilla?</translation>
        </message>
        <message>
            <source>On offer whenever it helps.</source>
            <translation>Käytettävissä aina, kun se auttaa.</translation>
        </message>
        <message>
            <source>One stage easier, because the last time was too much.</source>
            <translation>Yksi vaihe helpommaksi, koska viime kerta oli liikaa.</translation>
        </message>
        <message>
            <source>Only calm exercises today.</source>
            <translation>Tänään vain rauhallisia harjoitteita.</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Auki</translation>
        </message>
        <message>
            <source>Opened for you: {names}.</source>
            <translation>Avattu sinulle: {names}.</translation>
        </message>
        <message>
            <source>Outer hip (trochanter)</source>
            <translation>Lonkan ulkosivu (trokantteri)</translation>
        </message>
        <message>
            <source>Pain</source>
            <translation>Kipu</translation>
        </message>
        <message>
            <source>Pain has not fallen by a point in {weeks} weeks: see your physiotherapist.</source>
            <translation>Kipu ei ole laskenut pistettäkään {weeks} viikossa: käänny fysioterapeuttisi puoleen.</translation>
        </message>
        <message>
            <source>Pain is {pain} already, so no recorded walk today; move gently indoors.</source>
            <translation>Kipu on jo {pain}, joten tänään ei tallennettua kävelyä; liiku kevyesti sisällä.</translation>
        </message>
        <message>
            <source>Pelvis drops standing on this leg</source>
            <translation>Lantio putoaa tällä jalalla seistessä</translation>
        </message>
        <message>
            <source>Pelvis tips forward</source>
            <translation>Lantio kallistuu eteen</translation>
        </message>
        <message>
            <source>Piriformis syndrome</source>
            <translation>Piriformis-oireyhtymä</translation>
        </message>
        <message>
            <source>Plug in a Bluetooth adapter.</source>
            <translation>Kytke Bluetooth-sovitin.</translation>
        </message>
        <message>
            <source>Poor circulation</source>
            <translation>Huono verenkierto</translation>
        </message>
        <message>
            <source>Poor feeling in the skin</source>
            <translation>Heikentynyt ihotunto</translation>
        </message>
        <message>
            <source>Possible</source>
            <translation>Mahdollinen</translation>
        </message>
        <message>
            <source>Pregnancy</source>
            <translation>Raskaus</translation>
        </message>
        <message>
            <source>Put the .json that came with the walk beside it.</source>
            <translation>Laita kävelyn mukana tullut .json sen viereen.</translation>
        </message>
        <message>
            <source>Put the .key file that belongs to it beside it.</source>
            <translation>Laita siihen kuuluva .key-tiedosto sen viereen.</translation>
        </message>
        <message>
            <source>Put the newest copy from the backups folder in its place.</source>
            <translation>Laita sen tilalle uusin kopio varmuuskopiokansiosta.</translation>
        </message>
        <message>
            <source>Read in the wrong units, every angle would be wrong.</source>
            <translation>Väärissä yksiköissä luettuna jokainen kulma olisi väärä.</translation>
        </message>
        <message>
            <source>Record again with the raw accelerations, gravity included.</source>
            <translation>Tallenna uudelleen raa’at kiihtyvyydet, painovoima mukaan lukien.</translation>
        </message>
        <message>
            <source>Remove the PINs of this computer and choose new ones: hipcoach physio --forget-pins.</source>
            <translation>Poista tämän tietokoneen PINit ja valitse uudet: hipcoach physio --forget-pins.</translation>
        </message>
        <message>
            <source>Rest from recorded walks, because {why}; gentle short walking indoors is fine.</source>
            <translation>Pidä taukoa tallennetuista kävelyistä, koska {why}; kevyt lyhyt kävely sisällä sopii.</translation>
        </message>
        <message>
            <source>Return</source>
            <translation>Paluu</translation>
        </message>
        <message>
            <source>Runs</source>
            <translation>Juoksee</translation>
        </message>
        <message>
            <source>Sacroiliac joint</source>
            <translation>SI-nivel</translation>
        </message>
        <message>
            <source>Sacroiliac pain</source>
            <translation>SI-nivelen kipu</translation>
        </message>
        <message>
            <source>Same time with smaller steps, because last time {why}.</source>
            <translation>Sama aika pienemmin askelin, koska viimeksi {why}.</translation>
        </message>
        <message>
            <source>See a doctor within the next days. Walks and exercises wait until then.</source>
            <translation>Käy lääkärissä lähipäivinä. Kävelyt ja harjoitteet odottavat siihen asti.</translation>
        </message>
        <message>
            <source>Shorter and easier, {minutes} minutes with smaller steps, because last time {why}.</source>
            <translation>Lyhyempi ja kevyempi, {minutes} minuuttia pienemmin askelin, koska viimeksi {why}.</translation>
        </message>
        <message>
            <source>Side of the hip</source>
            <translation>Lonkan sivu</translation>
        </message>
        <message>
            <source>Sits for hours</source>
            <translation>Istuu tunteja</translation>
        </message>
        <message>
            <source>Sitting</source>
            <translation>Istuminen</translation>
        </message>
        <message>
            <source>Slow the belt a little</source>
            <translation>Hidasta mattoa hieman</translation>
        </message>
        <message>
            <source>Slowly, without a cause</source>
            <translation>Vähitellen ilman syytä</translation>
        </message>
        <message>
            <source>Slump</source>
            <translation>Slump</translation>
        </message>
        <message>
            <source>Smaller steps, same pace</source>
            <translation>Pienemmät askeleet, sama vauhti</translation>
        </message>
        <message>
            <source>Something else</source>
            <translation>Jokin muu</translation>
        </message>
        <message>
            <source>Sore at the sit bone</source>
            <translation>Arka istuinkyhmyssä</translation>
        </message>
        <message>
            <source>Split the file into shorter walks.</source>
            <translation>Jaa tiedosto lyhyempiin kävelyihin.</translation>
        </message>
        <message>
            <source>Stairs</source>
            <translation>Portaat</translation>
        </message>
        <message>
            <source>Standing</source>
            <translation>Seisominen</translation>
        </message>
        <message>
            <source>Stands for hours</source>
            <translation>Seisoo tunteja</translation>
        </message>
        <message>
            <source>Start the Bluetooth service or restart the computer.</source>
            <translation>Käynnistä Bluetooth-palvelu tai koko tietokone uudelleen.</translation>
        </message>
        <message>
            <source>Steroid medicine</source>
            <translation>Kortisonilääke</translation>
        </message>
        <message>
            <source>Stiff ankle</source>
            <translation>Jäykkä nilkka</translation>
        </message>
        <message>
            <source>Stiff lower back</source>
            <translation>Jäykkä alaselkä</translation>
        </message>
        <message>
            <source>Stop for today and rest. If it does not go away, or grows, call your own clinic.</source>
            <translation>Lopeta tältä päivältä ja lepää. Jos se ei mene ohi tai pahenee, soita omaan hoitopaikkaasi.</translation>
        </message>
        <message>
            <source>Stop for today and rest. If it does not go away, or grows, call {advice}.</source>
            <translation>Lopeta tältä päivältä ja lepää. Jos se ei mene ohi tai pahenee, soita numeroon {advice}.</translation>
        </message>
        <message>
            <source>Stop. Call the emergency number now.</source>
            <translation>Lopeta. Soita heti hätänumeroon.</translation>
        </message>
        <message>
            <source>Stop. Call {emergency} now.</source>
            <translation>Lopeta. Soita heti numeroon {emergency}.</translation>
        </message>
        <message>
            <source>Straight-leg raise</source>
            <translation>Suoran jalan nosto</translation>
        </message>
        <message>
            <source>Strength of turning out</source>
            <translation>Ulkokierron voima</translation>
        </message>
        <message>
            <source>Strength to the back</source>
            <translation>Ojennuksen voima</translation>
        </message>
        <message>
            <source>Strength to the side</source>
            <translation>Loitonnuksen voima</translation>
        </message>
        <message>
            <source>Stress fracture</source>
            <translation>Rasitusmurtuma</translation>
        </message>
        <message>
            <source>Strides cannot be timed.</source>
            <translation>Askelten ajoitusta ei voi laskea.</translation>
        </message>
        <message>
            <source>Strides would be timed wrongly.</source>
            <translation>Askelten ajoitus olisi väärä.</translation>
        </message>
        <message>
            <source>Suddenly trained more</source>
            <translation>Lisäsi harjoittelua äkkiä</translation>
        </message>
        <message>
            <source>Swimming</source>
            <translation>Uinti</translation>
        </message>
        <message>
            <source>Switch off the sensor you do not wear.</source>
            <translation>Sammuta anturi, jota et käytä.</translation>
        </message>
        <message>
            <source>Switch the sensor off and on again.</source>
            <translation>Sammuta anturi ja kytke se uudelleen päälle.</translation>
        </message>
        <message>
            <source>Tell how sore it is now, then today's walk can be chosen.</source>
            <translation>Kerro, kuinka kova kipu on nyt, niin päivän kävely voidaan valita.</translation>
        </message>
        <message>
            <source>Tell the rate: import it with --rate.</source>
            <translation>Kerro näytteenottotaajuus: tuo tiedosto valinnalla --rate.</translation>
        </message>
        <message>
            <source>Tell the units: import it with --units, such as g,deg/s.</source>
            <translation>Kerro yksiköt: tuo tiedosto valinnalla --units, esimerkiksi g,deg/s.</translation>
        </message>
        <message>
            <source>Tell which axes of the sensor point up and to the front: import it with --placement, such as +x,+z.</source>
            <translation>Kerro, mitkä anturin akselit osoittavat ylös ja eteen: tuo tiedosto valinnalla --placement, esimerkiksi +x,+z.</translation>
        </message>
        <message>
            <source>Tell which sensor it was: import it with --device.</source>
            <translation>Kerro, mikä anturi se oli: tuo tiedosto valinnalla --device.</translation>
        </message>
        <message>
            <source>The Bluetooth service of this computer is not running.</source>
            <translation>Tämän tietokoneen Bluetooth-palvelu ei ole käynnissä.</translation>
        </message>
        <message>
            <source>The accelerations in this file are without gravity.</source>
            <translation>Tiedoston kiihtyvyyksistä puuttuu painovoima.</translation>
        </message>
        <message>
            <source>The accelerations in this file cannot be in m/s².</source>
            <translation>Tiedoston kiihtyvyydet eivät voi olla yksikössä m/s².</translation>
        </message>
        <message>
            <source>The accelerations point down where the placement says up.</source>
            <translation>Kiihtyvyydet osoittavat alas, vaikka sijoituksen mukaan pitäisi osoittaa ylös.</translation>
        </message>
        <message>
            <source>The description beside this file (same name, .json) cannot be used.</source>
            <translation>Tiedoston vieressä olevaa kuvausta (sama nimi, .json) ei voi käyttää.</translation>
        </message>
        <message>
            <source>The description beside this file (same name, .json) is missing.</source>
            <translation>Tiedoston vierestä puuttuu kuvaus (sama nimi, .json).</translation>
        </message>
        <message>
            <source>The disk does not take the walk.</source>
            <translation>Levy ei ota kävelyä vastaan.</translation>
        </message>
        <message>
            <source>The disk has not taken the walk for too long.</source>
            <translation>Levy ei ole ottanut kävelyä vastaan liian pitkään aikaan.</translation>
        </message>
        <message>
            <source>The disk is full.</source>
            <translation>Levy on täynnä.</translation>
        </message>
        <message>
            <source>The disk is slow.</source>
            <translation>Levy on hidas.</translation>
        </message>
        <message>
            <source>The easier way, because it hurt last time.</source>
            <translation>Helpompi tapa, koska se sattui viimeksi.</translation>
        </message>
        <message>
            <source>The exercises stay at this stage.</source>
            <translation>Harjoitteet pysyvät tässä vaiheessa.</translation>
        </message>
        <message>
            <source>The file that is to tell the passphrase cannot be read.</source>
            <translation>Tiedostoa, jossa salalauseen pitäisi olla, ei voi lukea.</translation>
        </message>
        <message>
            <source>The hip joint itself</source>
            <translation>Lonkkanivel itse</translation>
        </message>
        <message>
            <source>The hip limits your daily life: see your physiotherapist.</source>
            <translation>Lonkka rajoittaa arkeasi: käänny fysioterapeuttisi puoleen.</translation>
        </message>
        <message>
            <source>The key file (same name, .key) is not the one of this walk.</source>
            <translation>Avaintiedosto (sama nimi, .key) ei kuulu tähän kävelyyn.</translation>
        </message>
        <message>
            <source>The key file of this walk (same name, .key) is damaged.</source>
            <translation>Tämän kävelyn avaintiedosto (sama nimi, .key) on vaurioitunut.</translation>
        </message>
        <message>
            <source>The key file of this walk (same name, .key) is not there.</source>
            <translation>Tämän kävelyn avaintiedosto (sama nimi, .key) puuttuu.</translation>
        </message>
        <message>
            <source>The key of this walk is neither on this computer nor behind a passphrase.</source>
            <translation>Tämän kävelyn avain ei ole tässä tietokoneessa eikä salalauseen takana.</translation>
        </message>
        <message>
            <source>The limit of your {side} leg: {value}, to be tested again after {day}.</source>
            <translation>Rajasi, {side} jalka: {value}; testataan uudelleen, kun {day} on ohi.</translation>
        </message>
        <message>
            <source>The limit of your {side} leg: {value}.</source>
            <translation>Rajasi, {side} jalka: {value}.</translation>
        </message>
        <message>
            <source>The link to the sensor is lost.</source>
            <translation>Yhteys anturiin katkesi.</translation>
        </message>
        <message>
            <source>The link was closed to keep the walk safe.</source>
            <translation>Yhteys suljettiin, jotta kävely pysyy turvassa.</translation>
        </message>
        <message>
            <source>The list of your walks was kept by a newer Hip Coach.</source>
            <translation>Kävelyjesi luettelon on tallentanut uudempi Hip Coach.</translation>
        </message>
        <message>
            <source>The list of your walks, limits and pain notes is damaged.</source>
            <translation>Kävelyjesi, rajojesi ja kipumerkintöjesi luettelo on vaurioitunut.</translation>
        </message>
        <message>
            <source>The physiotherapist's area stays closed for a while.</source>
            <translation>Fysioterapeutin alue pysyy hetken kiinni.</translation>
        </message>
        <message>
            <source>The physiotherapist's area stays closed.</source>
            <translation>Fysioterapeutin alue pysyy kiinni.</translation>
        </message>
        <message>
            <source>The place where this computer keeps your passwords is locked.</source>
            <translation>Paikka, jossa tämä tietokone säilyttää salasanasi, on lukittu.</translation>
        </message>
        <message>
            <source>The same again, because the morning after the last walk is not known.</source>
            <translation>Sama uudelleen, koska viime kävelyn jälkeistä aamua ei tiedetä.</translation>
        </message>
        <message>
            <source>The same again: does it hurt, or are you limping? Steps were uneven or slower.</source>
            <translation>Sama uudelleen: sattuuko, tai onnutko? Askeleet olivat epätasaisia tai hitaampia.</translation>
        </message>
        <message>
            <source>The same as last time, until three comfortable walks and a week have passed.</source>
            <translation>Sama kuin viimeksi, kunnes takana on kolme mukavaa kävelyä ja viikko.</translation>
        </message>
        <message>
            <source>The same as last time: your physiotherapist decides when it goes up.</source>
            <translation>Sama kuin viimeksi: fysioterapeuttisi päättää, milloin määrä nousee.</translation>
        </message>
        <message>
            <source>The samples do not fit the rate the file tells.</source>
            <translation>Näytteet eivät vastaa tiedoston kertomaa näytteenottotaajuutta.</translation>
        </message>
        <message>
            <source>The sampling rate and the leg are not known.</source>
            <translation>Näytteenottotaajuutta ja jalkaa ei tiedetä.</translation>
        </message>
        <message>
            <source>The sensor cannot be reached.</source>
            <translation>Anturiin ei saada yhteyttä.</translation>
        </message>
        <message>
            <source>The sensor could not be connected.</source>
            <translation>Anturia ei voitu yhdistää.</translation>
        </message>
        <message>
            <source>The sensor did not answer in time.</source>
            <translation>Anturi ei vastannut ajoissa.</translation>
        </message>
        <message>
            <source>The sensor is connected but sends nothing.</source>
            <translation>Anturi on yhdistetty mutta ei lähetä mitään.</translation>
        </message>
        <message>
            <source>The sensor is connected to something else.</source>
            <translation>Anturi on yhdistetty johonkin muuhun.</translation>
        </message>
        <message>
            <source>The sensor is not the same as last time.</source>
            <translation>Anturi ei ole sama kuin viimeksi.</translation>
        </message>
        <message>
            <source>The sensor lacks a function Hip Coach needs.</source>
            <translation>Anturista puuttuu toiminto, jota Hip Coach tarvitsee.</translation>
        </message>
        <message>
            <source>The sensor refused a setting.</source>
            <translation>Anturi ei hyväksynyt asetusta.</translation>
        </message>
        <message>
            <source>The sensor sends far more than it should.</source>
            <translation>Anturi lähettää paljon enemmän kuin pitäisi.</translation>
        </message>
        <message>
            <source>The sensor sends something that makes no sense.</source>
            <translation>Anturi lähettää jotakin, missä ei ole järkeä.</translation>
        </message>
        <message>
            <source>The sensor switched itself off.</source>
            <translation>Anturi sammui itsestään.</translation>
        </message>
        <message>
            <source>The sensor was not found.</source>
            <translation>Anturia ei löytynyt.</translation>
        </message>
        <message>
            <source>The time in this file goes back.</source>
            <translation>Tiedoston aika kulkee taaksepäin.</translation>
        </message>
        <message>
            <source>The turn rates in this file cannot be in rad/s.</source>
            <translation>Tiedoston kulmanopeudet eivät voi olla yksikössä rad/s.</translation>
        </message>
        <message>
            <source>The vertical cannot be found, so there are no angles.</source>
            <translation>Pystysuuntaa ei löydy, joten kulmia ei ole.</translation>
        </message>
        <message>
            <source>The walk cannot be trusted beyond that line.</source>
            <translation>Kävelyyn ei voi luottaa siitä rivistä eteenpäin.</translation>
        </message>
        <message>
            <source>The walk goes on and is held in memory until there is room.</source>
            <translation>Kävely jatkuu ja pidetään muistissa, kunnes tilaa on.</translation>
        </message>
        <message>
            <source>The walk goes on and is held in memory; it is tried again every second.</source>
            <translation>Kävely jatkuu ja pidetään muistissa; tallennusta yritetään joka sekunti uudelleen.</translation>
        </message>
        <message>
            <source>The walk goes on, but from here on it is not kept.</source>
            <translation>Kävely jatkuu, mutta tästä eteenpäin sitä ei tallenneta.</translation>
        </message>
        <message>
            <source>The walk goes on; the last seconds are in memory and follow.</source>
            <translation>Kävely jatkuu; viimeiset sekunnit ovat muistissa ja tulevat perässä.</translation>
        </message>
        <message>
            <source>The walk has ended, and its end could not be kept.</source>
            <translation>Kävely on päättynyt, mutta sen loppua ei voitu tallentaa.</translation>
        </message>
        <message>
            <source>The walk is kept, but whoever has this computer could read it.</source>
            <translation>Kävely tallennetaan, mutta kuka tahansa tämän tietokoneen haltija voisi lukea sen.</translation>
        </message>
        <message>
            <source>The walk is protected and cannot be read with it.</source>
            <translation>Kävely on suojattu, eikä sitä voi lukea sillä.</translation>
        </message>
        <message>
            <source>The walk is protected and cannot be read without it.</source>
            <translation>Kävely on suojattu, eikä sitä voi lukea ilman sitä.</translation>
        </message>
        <message>
            <source>The walks themselves are safe in their own files.</source>
            <translation>Kävelyt itse ovat tallessa omissa tiedostoissaan.</translation>
        </message>
        <message>
            <source>Their own familiar pain</source>
            <translation>Oma tuttu kipu</translation>
        </message>
        <message>
            <source>There is a file with this name already.</source>
            <translation>Tämänniminen tiedosto on jo olemassa.</translation>
        </message>
        <message>
            <source>There is a warning sign, so there is no plan until it has been looked at.</source>
            <translation>Varoitusmerkki on ilmoitettu, joten suunnitelmaa ei ole, ennen kuin se on tutkittu.</translation>
        </message>
        <message>
            <source>There is no link to it yet.</source>
            <translation>Yhteyttä siihen ei vielä ole.</translation>
        </message>
        <message>
            <source>There is no walk that was cut off a short time ago.</source>
            <translation>Äskettäin kesken jäänyttä kävelyä ei ole.</translation>
        </message>
        <message>
            <source>There is no walk to look at.</source>
            <translation>Katsottavaa kävelyä ei ole.</translation>
        </message>
        <message>
            <source>They are safe, and can be read once they are unlocked.</source>
            <translation>Ne ovat tallessa, ja ne voi lukea, kun lukitus avataan.</translation>
        </message>
        <message>
            <source>This PIN is shorter than six characters.</source>
            <translation>PIN on lyhyempi kuin kuusi merkkiä.</translation>
        </message>
        <message>
            <source>This PIN would be guessed first.</source>
            <translation>Tämä PIN arvattaisiin ensimmäisenä.</translation>
        </message>
        <message>
            <source>This computer has no place for keys, or does not hold yours.</source>
            <translation>Tässä tietokoneessa ei ole paikkaa avaimille, tai sinun avaimesi ei ole siellä.</translation>
        </message>
        <message>
            <source>This computer shows no Bluetooth adapter.</source>
            <translation>Tässä tietokoneessa ei näy Bluetooth-sovitinta.</translation>
        </message>
        <message>
            <source>This file cannot be opened.</source>
            <translation>Tiedostoa ei voi avata.</translation>
        </message>
        <message>
            <source>This file does not say how many samples a second it holds.</source>
            <translation>Tiedosto ei kerro, montako näytettä sekunnissa siinä on.</translation>
        </message>
        <message>
            <source>This file does not say how the sensor sat on the thigh.</source>
            <translation>Tiedosto ei kerro, miten anturi oli reidessä.</translation>
        </message>
        <message>
            <source>This file does not say in which units its values are.</source>
            <translation>Tiedosto ei kerro, missä yksiköissä sen arvot ovat.</translation>
        </message>
        <message>
            <source>This file ends in the middle.</source>
            <translation>Tiedosto loppuu kesken.</translation>
        </message>
        <message>
            <source>This file holds more than one sensor.</source>
            <translation>Tiedostossa on useampi kuin yksi anturi.</translation>
        </message>
        <message>
            <source>This file holds no samples.</source>
            <translation>Tiedostossa ei ole näytteitä.</translation>
        </message>
        <message>
            <source>This file holds only one half of the motion: accelerations or turn rates.</source>
            <translation>Tiedostossa on vain puolet liikkeestä: kiihtyvyydet tai kulmanopeudet.</translation>
        </message>
        <message>
            <source>This file is larger than any walk can be.</source>
            <translation>Tiedosto on suurempi kuin mikään kävely voi olla.</translation>
        </message>
        <message>
            <source>This file is not a physiotherapist's prescription.</source>
            <translation>Tämä tiedosto ei ole fysioterapeutin ohje.</translation>
        </message>
        <message>
            <source>This file is not a picture that can be read.</source>
            <translation>Tämä tiedosto ei ole kuva, jonka voisi lukea.</translation>
        </message>
        <message>
            <source>This file is not there.</source>
            <translation>Tiedostoa ei ole.</translation>
        </message>
        <message>
            <source>This is not a recorded walk.</source>
            <translation>Tämä ei ole tallennettu kävely.</translation>
        </message>
        <message>
            <source>This is not a walk kept by Hip Coach.</source>
            <translation>Tämä ei ole Hip Coachin tallentama kävely.</translation>
        </message>
        <message>
            <source>This is not the PIN.</source>
            <translation>Tämä ei ole oikea PIN.</translation>
        </message>
        <message>
            <source>This is not the passphrase.</source>
            <translation>Salalause ei ole tämä.</translation>
        </message>
        <message>
            <source>This name is empty, or somebody has it already.</source>
            <translation>Nimi on tyhjä, tai se on jo jollakulla.</translation>
        </message>
        <message>
            <source>This passphrase is too short to protect anything.</source>
            <translation>Salalause on liian lyhyt suojaamaan mitään.</translation>
        </message>
        <message>
            <source>This prescription bears a signature that this computer does not know.</source>
            <translation>Ohjeen allekirjoitusta ei tunneta tällä tietokoneella.</translation>
        </message>
        <message>
            <source>This prescription is for somebody else.</source>
            <translation>Tämä ohje on jollekulle toiselle.</translation>
        </message>
        <message>
            <source>This prescription is not as the physiotherapist signed it.</source>
            <translation>Tämä ohje ei ole sellainen kuin fysioterapeutti allekirjoitti.</translation>
        </message>
        <message>
            <source>This prescription is past its last day.</source>
            <translation>Tämän ohjeen viimeinen päivä on mennyt.</translation>
        </message>
        <message>
            <source>This prescription was made by another version of Hip Coach.</source>
            <translation>Tämä ohje on tehty toisella Hip Coachin versiolla.</translation>
        </message>
        <message>
            <source>This prescription, or a newer one, was taken already.</source>
            <translation>Tämä ohje tai uudempi on jo otettu vastaan.</translation>
        </message>
        <message>
            <source>This sensor is of a kind Hip Coach does not know.</source>
            <translation>Hip Coach ei tunne tällaista anturia.</translation>
        </message>
        <message>
            <source>This version cannot read all of it, so nothing was changed.</source>
            <translation>Tämä versio ei osaa lukea sitä kokonaan, joten mitään ei muutettu.</translation>
        </message>
        <message>
            <source>This version cannot read it and leaves it as it is.</source>
            <translation>Tämä versio ei osaa lukea sitä ja jättää sen ennalleen.</translation>
        </message>
        <message>
            <source>This walk file is damaged.</source>
            <translation>Kävelytiedosto on vaurioitunut.</translation>
        </message>
        <message>
            <source>This walk has no thigh angles.</source>
            <translation>Tässä kävelyssä ei ole reiden kulmia.</translation>
        </message>
        <message>
            <source>This walk is being recorded right now.</source>
            <translation>Tätä kävelyä tallennetaan parhaillaan.</translation>
        </message>
        <message>
            <source>This walk was kept by a newer Hip Coach.</source>
            <translation>Tämän kävelyn on tallentanut uudempi Hip Coach.</translation>
        </message>
        <message>
            <source>Those samples are left out.</source>
            <translation>Ne näytteet jätetään pois.</translation>
        </message>
        <message>
            <source>Three comfortable sessions and a week have passed: the next stage, {stage}.</source>
            <translation>Kolme mukavaa kertaa ja viikko on kulunut: seuraava vaihe, {stage}.</translation>
        </message>
        <message>
            <source>Three comfortable walks and a week have passed, so strides may be {degrees}° longer.</source>
            <translation>Kolme mukavaa kävelyä ja viikko on kulunut, joten rajasi nousee {degrees}°.</translation>
        </message>
        <message>
            <source>Three comfortable walks and a week have passed, so {minutes} minutes now.</source>
            <translation>Kolme mukavaa kävelyä ja viikko on kulunut, joten nyt {minutes} minuuttia.</translation>
        </message>
        <message>
            <source>Three comfortable walks and a week have passed; walk at {pace} pace now.</source>
            <translation>Kolme mukavaa kävelyä ja viikko on kulunut; vauhti on nyt {pace}.</translation>
        </message>
        <message>
            <source>Time is up</source>
            <translation>Aika on täynnä</translation>
        </message>
        <message>
            <source>Time, pace and stride stay as they are until your physiotherapist says otherwise.</source>
            <translation>Aika, vauhti ja askel pysyvät ennallaan, kunnes fysioterapeuttisi sanoo toisin.</translation>
        </message>
        <message>
            <source>Tingling</source>
            <translation>Pistely</translation>
        </message>
        <message>
            <source>Tingling that is new, stronger than usual or does not go away?</source>
            <translation>Pistelyä, joka on uutta, tavallista voimakkaampaa tai ei mene ohi?</translation>
        </message>
        <message>
            <source>Tones and words</source>
            <translation>Äänet ja sanat</translation>
        </message>
        <message>
            <source>Tones only</source>
            <translation>Vain äänet</translation>
        </message>
        <message>
            <source>Too many wrong PINs were entered.</source>
            <translation>Väärä PIN annettiin liian monta kertaa.</translation>
        </message>
        <message>
            <source>Top of the back of the thigh</source>
            <translation>Takareiden yläosa</translation>
        </message>
        <message>
            <source>Torn or detached at its origin</source>
            <translation>Lähtökohdan repeämä tai irtoama</translation>
        </message>
        <message>
            <source>Turn Bluetooth on.</source>
            <translation>Kytke Bluetooth päälle.</translation>
        </message>
        <message>
            <source>Turning the leg out</source>
            <translation>Jalan kiertyminen ulospäin</translation>
        </message>
        <message>
            <source>Twenty minutes still. Move about, or change position.</source>
            <translation>Kaksikymmentä minuuttia paikallaan. Liiku tai vaihda asentoa.</translation>
        </message>
        <message>
            <source>Twenty minutes still. Stand up and walk about.</source>
            <translation>Kaksikymmentä minuuttia paikallaan. Nouse ja kävele hetki.</translation>
        </message>
        <message>
            <source>Twenty minutes still. Walk a little, or sit down.</source>
            <translation>Kaksikymmentä minuuttia paikallaan. Kävele hetki tai istuudu.</translation>
        </message>
        <message>
            <source>Twice too much within two weeks: see your physiotherapist.</source>
            <translation>Kahdesti liikaa kahden viikon sisällä: käänny fysioterapeuttisi puoleen.</translation>
        </message>
        <message>
            <source>Two sensors answer to the same name.</source>
            <translation>Kaksi anturia vastaa samaan nimeen.</translation>
        </message>
        <message>
            <source>Unable to put weight on the leg?</source>
            <translation>Onko jalalle varaaminen mahdotonta?</translation>
        </message>
        <message>
            <source>Unclear</source>
            <translation>Epäselvä</translation>
        </message>
        <message>
            <source>Unlikely</source>
            <translation>Epätodennäköinen</translation>
        </message>
        <message>
            <source>Unlock it, or enter your passphrase.</source>
            <translation>Avaa lukitus tai kirjoita salalauseesi.</translation>
        </message>
        <message>
            <source>Unlocked</source>
            <translation>Avattu</translation>
        </message>
        <message>
            <source>Update Hip Coach.</source>
            <translation>Päivitä Hip Coach.</translation>
        </message>
        <message>
            <source>Update the sensor with its maker's app.</source>
            <translation>Päivitä anturi valmistajan sovelluksella.</translation>
        </message>
        <message>
            <source>Use one of the sensors in the guide.</source>
            <translation>Käytä jotakin oppaassa mainittua anturia.</translation>
        </message>
        <message>
            <source>Wait a moment and try again, or close the other one.</source>
            <translation>Odota hetki ja yritä uudelleen, tai sulje toinen.</translation>
        </message>
        <message>
            <source>Wait a moment and try again; if it stays so, switch Bluetooth off and on.</source>
            <translation>Odota hetki ja yritä uudelleen; jos se ei auta, kytke Bluetooth pois ja takaisin päälle.</translation>
        </message>
        <message>
            <source>Wait, and then enter it again.</source>
            <translation>Odota hetki ja anna se sitten uudelleen.</translation>
        </message>
        <message>
            <source>Waits for you</source>
            <translation>Odottaa sinua</translation>
        </message>
        <message>
            <source>Wake the sensor: shake it or press its button.</source>
            <translation>Herätä anturi: ravista sitä tai paina sen painiketta.</translation>
        </message>
        <message>
            <source>Walk on; nothing is lost.</source>
            <translation>Jatka kävelyä; mitään ei katoa.</translation>
        </message>
        <message>
            <source>Walk {number} of {of} to find your range: at home, ending when pain has risen by one.</source>
            <translation>Kävely {number}/{of}, jolla etsitään aluettasi: kotona, ja lopeta, kun kipu on noussut yhdellä.</translation>
        </message>
        <message>
            <source>Walking</source>
            <translation>Kävely</translation>
        </message>
        <message>
            <source>Walks with the toes out</source>
            <translation>Kävelee varpaat ulospäin</translation>
        </message>
        <message>
            <source>Weak</source>
            <translation>Heikko</translation>
        </message>
        <message>
            <source>Weakness</source>
            <translation>Heikkous</translation>
        </message>
        <message>
            <source>Weight loss without a reason?</source>
            <translation>Painon laskua ilman syytä?</translation>
        </message>
        <message>
            <source>Well</source>
            <translation>Kunnossa</translation>
        </message>
        <message>
            <source>What it holds cannot be trusted.</source>
            <translation>Sen sisältöön ei voi luottaa.</translation>
        </message>
        <message>
            <source>What was to be written there is not whole.</source>
            <translation>Se, mitä sinne piti kirjoittaa, jäi vajaaksi.</translation>
        </message>
        <message>
            <source>While walks stay comfortable, the limit may rise by {degrees} a week, up to {top}.</source>
            <translation>Kun kävelyt pysyvät mukavina, raja saa nousta {degrees} viikossa, enintään arvoon {top}.</translation>
        </message>
        <message>
            <source>Without all six motion columns and the time there are no strides.</source>
            <translation>Ilman kaikkia kuutta liikesaraketta ja aikaa ei ole askelia.</translation>
        </message>
        <message>
            <source>Without that, bending and extending cannot be told apart.</source>
            <translation>Ilman sitä koukistusta ja ojennusta ei voi erottaa toisistaan.</translation>
        </message>
        <message>
            <source>Words only</source>
            <translation>Vain sanat</translation>
        </message>
        <message>
            <source>You have reached your aim. Go on with walks like this.</source>
            <translation>Olet päässyt tavoitteeseesi. Jatka tällaisia kävelyjä.</translation>
        </message>
        <message>
            <source>You limped on two walks in a row: see your physiotherapist.</source>
            <translation>Onnuit kahdella peräkkäisellä kävelyllä: käänny fysioterapeuttisi puoleen.</translation>
        </message>
        <message>
            <source>You managed {tolerance} minutes, so we begin with {minutes}: four fifths of that.</source>
            <translation>Jaksoit {tolerance} minuuttia, joten aloitetaan {minutes} minuutista: neljä viidesosaa siitä.</translation>
        </message>
        <message>
            <source>Your legs extend {degrees}° differently, beyond the measurement error: show it to your physiotherapist.</source>
            <translation>Jalkojesi ojennuksessa on {degrees}°:n ero, enemmän kuin mittausvirhe: näytä se fysioterapeutillesi.</translation>
        </message>
        <message>
            <source>Your limit expired on {expired_on}; cues go on, and it is time to test again.</source>
            <translation>Rajasi vanheni {expired_on}; vihjeet jatkuvat, ja on aika testata uudelleen.</translation>
        </message>
        <message>
            <source>Your limit from your own walks held until {expired_on}. Cues go on; comfortable walks renew it.</source>
            <translation>Omista kävelyistäsi laskettu raja oli voimassa {expired_on} asti. Vihjeet jatkuvat; mukavat kävelyt uusivat rajan.</translation>
        </message>
        <message>
            <source>Your limit would cue more than three in ten of your usual strides, so the tones are off for now. Walk as usual and show the summary to your physiotherapist.</source>
            <translation>Rajasi antaisi vihjeen useammalla kuin kolmella kymmenestä tavallisesta askelparistasi, joten merkkiäänet ovat nyt pois. Kävele tavalliseen tapaan ja näytä yhteenveto fysioterapeutillesi.</translation>
        </message>
        <message>
            <source>Your limit would cue {percent} % of your usual strides: ask your physiotherapist.</source>
            <translation>Rajasi antaisi vihjeen {percent} %:lla tavallisista askelpareistasi: kysy fysioterapeutiltasi.</translation>
        </message>
        <message>
            <source>Your next walk: {minutes} minutes at {pace} pace.</source>
            <translation>Seuraava kävelysi: {minutes} minuuttia, vauhti {pace}.</translation>
        </message>
        <message>
            <source>Your physiotherapist added it for you.</source>
            <translation>Fysioterapeuttisi lisäsi sen sinulle.</translation>
        </message>
        <message>
            <source>Your physiotherapist set this walk: {minutes} minutes at {pace} pace.</source>
            <translation>Fysioterapeuttisi valitsi tämän kävelyn: {minutes} minuuttia, vauhti {pace}.</translation>
        </message>
        <message>
            <source>Your physiotherapist's findings speak for it.</source>
            <translation>Fysioterapeuttisi löydökset puoltavat sitä.</translation>
        </message>
        <message>
            <source>Your strides have become slower or uneven. Does it hurt, or are you limping?</source>
            <translation>Askeleesi ovat hidastuneet tai muuttuneet epätasaisiksi. Sattuuko, tai onnutko?</translation>
        </message>
        <message>
            <source>Your walks are locked.</source>
            <translation>Kävelysi on lukittu.</translation>
        </message>
        <message>
            <source>Your walks are protected by this computer alone.</source>
            <translation>Kävelysi on suojattu vain tällä tietokoneella.</translation>
        </message>
        <message>
            <source>Your walks are safe; only the passphrase unlocks them here.</source>
            <translation>Kävelysi ovat tallessa; täällä ne avaa vain salalause.</translation>
        </message>
        <message>
            <source>Your walks cannot be read until it is unlocked.</source>
            <translation>Kävelyjäsi ei voi lukea, ennen kuin lukitus avataan.</translation>
        </message>
        <message>
            <source>a little too much</source>
            <translation>hieman liikaa</translation>
        </message>
        <message>
            <source>a nerve root of the lower back is possible</source>
            <translation>alaselän hermojuuri on mahdollinen</translation>
        </message>
        <message>
            <source>a stress fracture is possible</source>
            <translation>rasitusmurtuma on mahdollinen</translation>
        </message>
        <message>
            <source>brisk</source>
            <translation>reipas</translation>
        </message>
        <message>
            <source>comfortable</source>
            <translation>mukava</translation>
        </message>
        <message>
            <source>easy</source>
            <translation>rauhallinen</translation>
        </message>
        <message>
            <source>first stride</source>
            <translation>ensimmäinen askel</translation>
        </message>
        <message>
            <source>irregular stride</source>
            <translation>epätasainen askel</translation>
        </message>
        <message>
            <source>last stride</source>
            <translation>viimeinen askel</translation>
        </message>
        <message>
            <source>movement beyond the sensor's range</source>
            <translation>liike yli anturin mittausalueen</translation>
        </message>
        <message>
            <source>not known yet</source>
            <translation>ei vielä tiedossa</translation>
        </message>
        <message>
            <source>not walking</source>
            <translation>ei kävelyä</translation>
        </message>
        <message>
            <source>pain had not settled within two hours</source>
            <translation>kipu ei ollut tasaantunut kahdessa tunnissa</translation>
        </message>
        <message>
            <source>pain reached 5 or more</source>
            <translation>kipu nousi viiteen tai yli</translation>
        </message>
        <message>
            <source>pain rose by 2</source>
            <translation>kipu nousi kahdella</translation>
        </message>
        <message>
            <source>pain rose by 3 or more</source>
            <translation>kipu nousi kolmella tai enemmän</translation>
        </message>
        <message>
            <source>pain stayed low and settled</source>
            <translation>kipu pysyi vähäisenä ja tasaantui</translation>
        </message>
        <message>
            <source>pain was 4 already at the start</source>
            <translation>kipu oli jo alussa 4</translation>
        </message>
        <message>
            <source>running</source>
            <translation>juoksu</translation>
        </message>
        <message>
            <source>samples lost</source>
            <translation>mittaustietoja katosi</translation>
        </message>
        <message>
            <source>sitting takes hours of the day</source>
            <translation>päivästä kuluu tunteja istuen</translation>
        </message>
        <message>
            <source>slump or straight-leg raise brought their own pain</source>
            <translation>slump tai suoran jalan nosto toi oman kivun</translation>
        </message>
        <message>
            <source>stairs or slope</source>
            <translation>portaat tai mäki</translation>
        </message>
        <message>
            <source>stand still first</source>
            <translation>seiso ensin paikallasi</translation>
        </message>
        <message>
            <source>strength to the back is weak</source>
            <translation>ojennus on heikko</translation>
        </message>
        <message>
            <source>strength to the side is weak</source>
            <translation>loitonnus on heikko</translation>
        </message>
        <message>
            <source>the back or the sacroiliac joint is sore</source>
            <translation>selkä tai SI-nivel on kipeä</translation>
        </message>
        <message>
            <source>the hamstring is sore at the sit bone</source>
            <translation>takareisi on arka istuinkyhmyssä</translation>
        </message>
        <message>
            <source>the hamstring is torn or detached at its origin</source>
            <translation>takareisi on repeytynyt tai irronnut lähtökohdastaan</translation>
        </message>
        <message>
            <source>the hip joint itself is possible</source>
            <translation>lonkkanivel itse on mahdollinen syy</translation>
        </message>
        <message>
            <source>the morning after is not known</source>
            <translation>seuraavaa aamua ei tiedetä</translation>
        </message>
        <message>
            <source>the next morning was a little worse</source>
            <translation>seuraava aamu oli hieman pahempi</translation>
        </message>
        <message>
            <source>the next morning was much worse</source>
            <translation>seuraava aamu oli paljon pahempi</translation>
        </message>
        <message>
            <source>the outer hip is possible</source>
            <translation>lonkan ulkosivu on mahdollinen syy</translation>
        </message>
        <message>
            <source>the pelvis drops standing on this leg</source>
            <translation>lantio putoaa tällä jalalla seistessä</translation>
        </message>
        <message>
            <source>the pelvis tips forward</source>
            <translation>lantio kallistuu eteen</translation>
        </message>
        <message>
            <source>the space on the pictures is narrow</source>
            <translation>tila kuvissa on ahdas</translation>
        </message>
        <message>
            <source>there is less feeling in the skin</source>
            <translation>ihotunto on alentunut</translation>
        </message>
        <message>
            <source>there was a warning sign</source>
            <translation>ilmeni varoitusmerkki</translation>
        </message>
        <message>
            <source>too much</source>
            <translation>liikaa</translation>
        </message>
        <message>
            <source>turn</source>
            <translation>käännös</translation>
        </message>
        <message>
            <source>usual</source>
            <translation>tavallinen</translation>
        </message>
        <message>
            <source>very small movement</source>
            <translation>hyvin pieni liike</translation>
        </message>
        <message>
            <source>walking backward</source>
            <translation>kävely taaksepäin</translation>
        </message>
        <message>
            <source>walking with the toes out narrows the space</source>
            <translation>kävely varpaat ulospäin ahtauttaa tilaa</translation>
        </message>
        <message>
            <source>wide positions are trained already</source>
            <translation>laajoja asentoja harjoitellaan jo</translation>
        </message>
        <message>
            <source>with coxa valga the space beside the sit bone is narrow</source>
            <translation>coxa valgassa istuinkyhmyn viereinen tila on ahdas</translation>
        </message>
        <message>
            <source>you slept worse</source>
            <translation>nukuit huonommin</translation>
        </message>
        <message>
            <source>{days} days without a walk, so {minutes} minutes: 70 % of the last one.</source>
            <translation>{days} päivää ilman kävelyä, joten {minutes} minuuttia: 70 % viimeisimmästä.</translation>
        </message>
    </context>
</TS>
