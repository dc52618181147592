// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/present/presenter.h"

#include "app/base/convert.h"

namespace gbs::app {

Presenter::Presenter(Script script, GrounderFactory factory, ScriptPlace place, QObject* parent)
    : QObject(parent), script_(std::move(script)), place_(place) {
    connect_workers();
    worker_.load(std::move(factory));
    prepare();
}

void Presenter::connect_workers() {
    connect(&loader_, &PhotoLoader::loaded, this, [this](const Photo& photo) {
        // The request may be of a slide that is no longer current.
        if (!reading_ || photo.path != to_qstring(script_.slides[*reading_].image)) return;
        prepared_[*reading_].photo = photo;
        reading_.reset();
        prepare();
        Q_EMIT changed();
    });
    connect(&loader_, &PhotoLoader::failed, this, [this](const QString& path, const QString& reason) {
        if (!reading_ || path != to_qstring(script_.slides[*reading_].image)) return;
        prepared_[*reading_].photo_problem = reason;
        reading_.reset();
        prepare();
        Q_EMIT changed();
    });
    connect(&worker_, &GroundingWorker::model_ready, this, [this] {
        has_model_ = true;
        prepare();
    });
    connect(&worker_, &GroundingWorker::model_failed, this, [this](const QString& reason) {
        model_problem_ = reason;
        Q_EMIT changed();
    });
    connect(&worker_, &GroundingWorker::grounded, this, [this](quint64 id, const PhraseResult& result) {
        if (Prepared* const slide = grounded_slide(id)) slide->layers.insert(result.phrase, result.layers);
        Q_EMIT changed();
    });
    connect(&worker_, &GroundingWorker::failed, this,
            [this](quint64 id, const QString& phrase, const QString& reason) {
                Prepared* const slide = grounded_slide(id);
                if (!slide) return;
                if (phrase.isEmpty())
                    slide->photo_problem = reason;
                else
                    slide->problems.insert(phrase, reason);
                Q_EMIT changed();
            });
    connect(&worker_, &GroundingWorker::finished, this, [this](quint64 id) {
        if (id != request_id_) return;
        grounding_.reset();
        prepare();
    });
}

Presenter::Prepared* Presenter::grounded_slide(quint64 id) {
    if (id != request_id_ || !grounding_) return nullptr;
    const auto found = prepared_.find(*grounding_);
    return found == prepared_.end() ? nullptr : &found->second;
}

const Presenter::Prepared* Presenter::prepared(std::size_t slide) const {
    const auto found = prepared_.find(slide);
    return found == prepared_.end() ? nullptr : &found->second;
}

QString Presenter::phrase() const {
    const auto& phrases = slide().phrases;
    return phrases.empty() ? QString() : QString::fromStdString(phrases[place_.phrase]).simplified();
}

const Photo& Presenter::photo() const {
    static const Photo none;
    const Prepared* const slide = prepared(place_.slide);
    return slide ? slide->photo : none;
}

const widgets::PhraseLayers* Presenter::layers() const {
    const Prepared* const slide = prepared(place_.slide);
    if (!slide) return nullptr;
    const auto found = slide->layers.constFind(phrase());
    return found == slide->layers.constEnd() ? nullptr : &*found;
}

QString Presenter::problem() const {
    const Prepared* const slide = prepared(place_.slide);
    if (slide && !slide->photo_problem.isEmpty()) return slide->photo_problem;
    if (!phrase().isEmpty() && !model_problem_.isEmpty()) return model_problem_;
    return slide ? slide->problems.value(phrase()) : QString();
}

bool Presenter::next() {
    const auto place = next_place(script_, place_);
    if (place) go_to(*place);
    return place.has_value();
}

bool Presenter::previous() {
    const auto place = previous_place(script_, place_);
    if (place) go_to(*place);
    return place.has_value();
}

void Presenter::go_to(ScriptPlace place) {
    place_ = place;
    // Photos are large, so keep only those one step away.
    std::erase_if(prepared_, [place](const auto& entry) {
        return entry.first + 1 < place.slide || entry.first > place.slide + 1;
    });
    prepare();
    Q_EMIT changed();
}

void Presenter::add_phrase(const QString& phrase) {
    if (phrase.isEmpty()) return;
    std::vector<std::string>& phrases = script_.slides[place_.slide].phrases;
    const std::size_t at = std::min(phrases.size(), phrases.empty() ? 0 : place_.phrase + 1);
    phrases.insert(phrases.begin() + static_cast<std::ptrdiff_t>(at), phrase.toStdString());
    go_to({place_.slide, at});
}

QStringList Presenter::missing_phrases(std::size_t slide) const {
    const Prepared* const known = prepared(slide);
    QStringList missing;
    for (const std::string& text : script_.slides[slide].phrases) {
        const QString wanted = QString::fromStdString(text).simplified();
        if (!known || (!known->layers.contains(wanted) && !known->problems.contains(wanted)))
            missing << wanted;
    }
    missing.removeDuplicates();
    return missing;
}

void Presenter::prepare() {
    // The next slide only when the current one is complete.
    if (prepare(place_.slide) && place_.slide + 1 < script_.slides.size()) prepare(place_.slide + 1);
}

/// Starts the next step for a slide; returns true when nothing is left to do.
bool Presenter::prepare(std::size_t slide) {
    Prepared& known = prepared_[slide];
    if (!known.photo_problem.isEmpty()) return true;
    if (known.photo.empty()) {
        if (reading_ != slide) {
            reading_ = slide;
            loader_.load(to_qstring(script_.slides[slide].image));
        }
        return false;
    }
    QStringList phrases = missing_phrases(slide);
    if (phrases.isEmpty()) return true;
    // Without a model, show the photos alone.
    if (!has_model_) return !model_problem_.isEmpty();
    if (grounding_ == slide) return false;
    if (slide == place_.slide && phrases.removeOne(phrase())) phrases.prepend(phrase());
    grounding_ = slide;
    worker_.submit({++request_id_, known.photo, phrases});
    return false;
}

}  // namespace gbs::app
