// SPDX-License-Identifier: GPL-3.0-or-later

#include "training/data/phrase_words.h"

#include <string>
#include <unordered_set>

namespace gbs::training::words {
namespace {

using Words = std::unordered_set<std::string_view>;

/// Splits a literal, which outlives the views.
Words split(std::string_view text) {
    Words words;
    for (std::size_t at = text.find_first_not_of(' '); at != text.npos;
         at = text.find_first_not_of(' ', at)) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        words.insert(text.substr(at, end - at));
        at = end;
    }
    return words;
}

bool ends(std::string_view word, std::string_view ending) {
    return word.size() > ending.size() && word.substr(word.size() - ending.size()) == ending;
}

const Words& verbs() {
    static const Words list = split(
        "run play jump stand walk sit hold ride look climb watch pose carry swim chase wear take leap "
        "perform smile try "
        "slide catch make get splash wrestle race have fight hang say lay push throw shake fly skateboard go "
        "gather eat "
        "wait drink dance lean bite kick hit attempt show read surf ski prepare enjoy talk put swing fall "
        "pull paddle "
        "fish use roll reach kneel kiss fetch chew cross blow wave retrieve lead laugh hug help give follow "
        "snowboard "
        "rest drive dribble crouch crawl touch sniff smoke raise flip emerge dive dig stare skate relax pour "
        "lick hike "
        "compete appear sprint sing row pass lick jog huddle grind overlook begin bark work sleep shop shoot "
        "return "
        "share participate open move growl grab embrace come turn tug tackle spin skip juggle frolic bound "
        "bounce trot "
        "tread toss teach speak scale lift peek lunge lie hide descend balance stretch stick stop spray "
        "scream rub pounce "
        "pet observe interview inspect glide float face duck dangle cut cover clean cast block bare yell "
        "wash wade twirl "
        "tumble trek train tie swallow struggle stroll step squat sprawl snowmobile sled shout serve see "
        "search scooter "
        "rollerblade point pick paint navigate march maneuver listen lounge launch land kayak knit juggle "
        "ice hurdle hop "
        "head guide greet gallop examine enter drop drag draw do cook clap chat celebrate camp call build "
        "buy brush break "
        "box bike bend beg bathe attack argue approach aim admire sip meet tend lounge cheer cuddle nap "
        "pedal plunge wait "
        "battle submerge blare stay wipe grasp speed color colour produce contemplate direct dress discuss "
        "display edge explore exit find feed fix form gaze handle hurl hand hammer jet let like live "
        "light lock need nuzzle offer operate pitch place practice press prop punch recline rush sail seem "
        "set sweep swat "
        "tag travel uncover use view visit want warm weave whisper wrap write zip");
    return list;
}

const Words& irregular_verbs() {
    static const Words list = split(
        "ran sat stood held wore caught threw thrown worn taken took made shown went gone got rode swam flew "
        "jumpt leapt "
        "fell fallen hung laid lain ate drank drunk lit bit bent caught fought sang slept spun stuck swung "
        "woke wrote "
        "written driven drawn drew blown seen saw given gave knelt lies does goes tries flies carries dries");
    return list;
}

/// The base form of an -s form, empty for other words: "watches" -> "watch", "carries" -> "carry".
std::string base_of(std::string_view word) {
    if (ends(word, "ss") || !ends(word, "s")) return {};
    if (ends(word, "ies")) return std::string(word.substr(0, word.size() - 3)) + "y";
    for (const std::string_view ending : {"ches", "shes", "sses", "xes", "oes", "zzes"})
        if (ends(word, ending)) return std::string(word.substr(0, word.size() - 2));
    return std::string(word.substr(0, word.size() - 1));
}

}  // namespace

bool is_determiner(std::string_view word) {
    static const Words list = split(
        "a an the this these those his her its their my our your some several many few both each every all "
        "another any "
        "no one two three four five six seven eight nine ten eleven twelve dozen dozens half various "
        "numerous multiple");
    return list.contains(word) || (!word.empty() && word.find_first_not_of("0123456789") == word.npos);
}

bool is_preposition(std::string_view word) {
    static const Words list = split(
        "in on at with of to by through down over up into near for from as out next off around behind along "
        "across "
        "toward towards beside above under onto against after before during past between among below beneath "
        "about "
        "inside outside without within atop amid amidst amongst alongside like upon underneath throughout "
        "via per "
        "beyond despite aboard opposite");
    return list.contains(word);
}

bool is_closed(std::string_view word) {
    static const Words list = split(
        "and or but nor so yet while whilst because if when where who whom whose which that than then though "
        "although "
        "i he she it they we you him them us me himself herself itself themselves each-other other's others "
        "someone "
        "somebody anyone everyone everybody nobody something anything nothing everything there here what "
        "is are was were be been being am has have had do does did done can could will would may might must "
        "shall should "
        "not n't 's 're 've away together outdoors indoors too also just only still again almost nearly "
        "apart back "
        "forward forwards backward backwards ahead nearby upside downhill uphill downward upward sideways "
        "underway very "
        "mid-air midair midstride airborne alone else even ever never once twice up-close maybe perhaps "
        "however aside "
        "overhead abroad instead rather quite well mid upright called named titled afar ashore barefoot "
        "offscreen elsewhere asleep awake ready about "
        "able unable due similar overboard onstage along side-by-side");
    return list.contains(word) || is_preposition(word);
}

bool is_adjective(std::string_view word) {
    static const Words list = split(
        "black white red brown blue yellow green pink orange tan purple grey gray gold golden silver beige "
        "blond blonde "
        "brunette maroon turquoise teal violet navy lavender burgundy khaki colorful colourful multicolored "
        "multi-colored multi-color multicolor tri-colored colored striped plaid spotted checkered bright "
        "dark light pale "
        "hot young old older younger elderly teenage middle-aged adult male female asian african american "
        "indian chinese "
        "japanese german african-american muslim little small smaller large larger big bigger huge giant "
        "tiny tall short "
        "long low high thin fat wide narrow deep shallow steep heavy busy crowded empty full open closed wet "
        "dry muddy "
        "dirty sandy snowy rocky grassy wooded wooden metal plastic concrete brick stone leather furry "
        "fluffy hairy bald "
        "bearded shirtless naked topless nude barefooted other same different single lone pretty beautiful "
        "happy sad "
        "smiling fancy formal casual matching public outdoor indoor urban rural inflatable stuffed painted "
        "fenced paved "
        "covered snow-covered snowcapped hooded muzzled wheeled calm rough choppy clear cloudy sunny dusty "
        "foamy icy "
        "frozen curly long-haired short-haired dark-haired red-haired blond-haired red-headed redheaded "
        "medium "
        "medium-sized hind upper lower backlit new modern ancient traditional professional "
        "nice great good funny silly strange odd unusual orange-clad green-clad soapy sparkling shiny wild "
        "hilly lush "
        "leafy dead bare broken abandoned oriental hispanic caucasian european scottish olympic massive "
        "enormous "
        "overweight skinny slender");
    return list.contains(word);
}

bool is_degree(std::string_view word) {
    static const Words not_adverbs = split(
        "family fly rally belly butterfly lolly jelly italy elderly curly silly hilly early ugly lonely "
        "friendly frilly "
        "smelly wooly only lily ally bully trolley");
    return word == "very" || (word.size() > 4 && ends(word, "ly") && !not_adverbs.contains(word));
}

bool is_verb(std::string_view word) {
    if (verbs().contains(word) || irregular_verbs().contains(word)) return true;
    const std::string base = base_of(word);
    return !base.empty() && verbs().contains(base);
}

bool is_verb_or_noun(std::string_view word) {
    static const Words list = split(
        "run runs play jump jumps stand stands walk ride rides look climb watch watches pose swim catch leap "
        "leaps smile "
        "slide slides splash splashes race races fight fall falls fly flies drink drinks dance dances kick "
        "kicks "
        "hit show shows surf ski skis swing swings paddle paddles fish roll rolls kiss cross blow wave waves "
        "lead leads hug "
        "snowboard snowboards skateboard skateboards rest drive crawl touch flip flips dive dives skate "
        "skates hike row "
        "rows pass work works shop shops shot share return turn turns tackle spin skip bound bounce step "
        "steps scale scales "
        "lift lifts spray sprays block blocks cover covers cast duck ducks face faces float floats cut train "
        "trains tie "
        "ties sled sleds scooter scooters point points pick paint land lands lounge kayak kayaks ice hurdle "
        "hurdles hop head "
        "heads guide drop drag cook chat camp camps call box boxes bike bikes bend brush break attack pet "
        "pets stick sticks "
        "stop dress dresses direct display displays edge edges exit feed form handle handles hand hands "
        "hammer hammers jet "
        "jets light lights lock locks pitch place places press prop props punch rush sail sails set sets "
        "sweep tag tags "
        "travel view views wrap wash laugh lay stretch squat stroll shower showers hold leash bark pedal "
        "pedals march "
        "search trek");
    return list.contains(word);
}

bool is_mostly_verb(std::string_view word) {
    static const Words list =
        split("look looks smile smiles walks rides watches plays runs jumps leaps climbs swims sits");
    return list.contains(word);
}

bool is_verb_of_plural(std::string_view word) {
    static const Words list = split(
        "walk run ride play jump stand watch climb pose swim leap catch sit race dance rest swing slide");
    return list.contains(word);
}

bool is_plain_noun(std::string_view word) {
    static const Words list = split(
        "building clothing railing ceiling painting wedding lightning awning pudding icing earring sibling "
        "scaffolding "
        "flooring evening morning offspring sling-ring ring king wing string spring thing swing sting viking "
        "crossing "
        "topping stocking carving fencing siding bed sled shed seaweed weed seed breed speed reed newlywed "
        "flatbed");
    return list.contains(word) || (ends(word, "s") && list.contains(word.substr(0, word.size() - 1)));
}

bool is_activity(std::string_view word) {
    static const Words list = split(
        "swimming hiking fishing parking climbing skiing running riding boxing racing bathing diving "
        "shopping sleeping "
        "walking rowing skating dining wrestling jumping training waiting surfing snowboarding skateboarding "
        "bowling "
        "wading cycling biking washing rocking rolling rollerskating sailing sledding sporting spinning "
        "dancing batting "
        "camping serving wedding cooking cutting writing boating wakeboarding kayaking hunting landing "
        "obstacle");
    return list.contains(word);
}

bool is_gear(std::string_view word) {
    static const Words list = split(
        "trunks pool pools suit suits gear boots pole poles lot lots shorts shoes cap caps bag bags boat "
        "boats rod rods "
        "wall walls rope ropes equipment goggles uniform uniforms helmet helmets track ring gloves trail "
        "trails area "
        "structure room cart carts court course stick sticks chair chairs pin center centre mall rink match "
        "competition "
        "outfit outfits cage jacket jackets vest board boards bike horse dress table tent net");
    return list.contains(word);
}

bool is_animate(std::string_view word) {
    static const Words list = split(
        "man men woman women boy boys girl girls dog dogs child children people person persons kid kids baby "
        "babies guy "
        "guys lady ladies couple couples group crowd team teams family families friend friends toddler "
        "toddlers adult "
        "adults male males female females student students band puppy puppies cat cats kitten horse horses "
        "bird birds cow "
        "cows bull sheep goat goats greyhound greyhounds shepherd shepherds poodle bulldog animal animals "
        "duck ducks "
        "monkey elephant bear deer fox seagull seagulls fish bride groom athlete athletes teenager gymnast "
        "cyclist "
        "cyclists bicyclist bicyclists motorcyclist motorcyclists artist tourist tourists individual "
        "individuals youth "
        "youths teen teens gentleman gentlemen mother father mom dad sister sisters brother brothers son "
        "daughter parent "
        "parents couple trio pair cheerleader infant hound hounds lab labs labrador collie corgi dalmatian "
        "rottweiler "
        "husky chihuahua dachshund pug pup pups someone fisherman policeman policemen cowboy fireman snowman "
        "businessman spectators onlookers crew clown clowns football-player guard pitcher golfer soldier "
        "soldiers");
    static const Words things = split(
        "water river helmet flower flowers sweater sweaters scooter scooters trailer computer paper papers "
        "tower towers "
        "stroller shoulder shoulders boulder boulders skyscraper skyscrapers sprinkler sprinklers corner "
        "counter poster "
        "posters banner banners ladder roller bumper number numbers leather feather feathers border layer "
        "layers center "
        "weather summer winter soccer finger fingers slippers cheddar mirror door floor motor tractor color "
        "colors "
        "lawnmower chopper propeller hammer dumpster mower container fire tire stairs chairs bars cars stars "
        "ears");
    if (list.contains(word)) return true;
    if (things.contains(word) || word.size() < 5) return false;
    return ends(word, "er") || ends(word, "ers") || ends(word, "or") || ends(word, "ors") ||
           ends(word, "ist");
}

bool is_quantity(std::string_view word) {
    static const Words list = split(
        "group groups bunch pair pairs couple crowd pack team body piece pieces set line row rows pile stack "
        "herd flock "
        "bottle bottles cup glass glasses bowl plate box bag can field patch stretch number variety "
        "collection slice "
        "bucket strip string range handful bouquet ball puddle pool bed wall cloud jug mug basket trio pairs "
        "lot lots "
        "spray blanket");
    return list.contains(word);
}

bool is_unseen(std::string_view word) {
    static const Words list = split(
        "front middle side sides top end back way distance direction directions time day night air midair "
        "midst order "
        "motion action position place lot lots kind type edge bottom left right upside view attention fun "
        "love turn "
        "turns sort part attempt process trick tricks game day night evening morning afternoon summer winter "
        "spring today while moment background foreground same other center centre jump stunt trip vacation "
        "rest work "
        "speed mid-jump mid-flight something show action course charge case war front rear");
    return list.contains(word);
}

}  // namespace gbs::training::words
