// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/canvas/phrase_colors.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace gbs::widgets {

namespace {

constexpr int max_side = 512;
constexpr std::size_t max_legend = 24;

QSize raster_of(QSize photo) {
    const QSize bounded = photo.scaled(max_side, max_side, Qt::KeepAspectRatio);
    return photo.width() > max_side || photo.height() > max_side ? bounded.expandedTo({1, 1}) : photo;
}

/// The phrase with the highest value for each raster pixel, or -1.
struct Labels {
    QSize size;
    std::vector<int> phrase;
    std::vector<float> value;

    Labels(QSize raster, float threshold)
        : size(raster),
          phrase(static_cast<std::size_t>(raster.width()) * static_cast<std::size_t>(raster.height()), -1),
          // Just below the threshold, so that a value equal to it counts.
          value(phrase.size(), std::nextafter(threshold, -1.F)) {}
};

void take(Labels& labels, const HeatmapLayer& layer, int index, QSize photo) {
    const double step_x = static_cast<double>(photo.width()) / labels.size.width();
    const double step_y = static_cast<double>(photo.height()) / labels.size.height();
    LayerSampler sampler(layer, photo, labels.size.width(), step_x / 2, step_x);
    std::vector<float> row(static_cast<std::size_t>(labels.size.width()));
    for (int y = 0; y < labels.size.height(); ++y) {
        sampler.read_row((y + 0.5) * step_y, row.data());
        const auto begin = static_cast<std::size_t>(y) * row.size();
        for (std::size_t x = 0; x < row.size(); ++x) {
            if (!(row[x] > labels.value[begin + x])) continue;
            labels.value[begin + x] = row[x];
            labels.phrase[begin + x] = index;
        }
    }
}

PhraseColors paint(const Labels& labels, const std::vector<ColoredPhrase>& phrases) {
    PhraseColors result;
    result.image = QImage(labels.size, QImage::Format_ARGB32_Premultiplied);
    result.image.fill(Qt::transparent);
    std::vector<std::size_t> areas(phrases.size());
    for (int y = 0; y < labels.size.height(); ++y) {
        auto* const line = reinterpret_cast<QRgb*>(result.image.scanLine(y));
        for (int x = 0; x < labels.size.width(); ++x) {
            const int phrase =
                labels.phrase[static_cast<std::size_t>(y) * static_cast<std::size_t>(labels.size.width()) +
                              static_cast<std::size_t>(x)];
            if (phrase < 0) continue;
            line[x] = phrases[static_cast<std::size_t>(phrase)].color.rgb();
            ++areas[static_cast<std::size_t>(phrase)];
        }
    }
    std::vector<std::size_t> order(phrases.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&areas](std::size_t a, std::size_t b) { return areas[a] > areas[b]; });
    for (const std::size_t phrase : order) {
        if (areas[phrase] == 0) break;
        if (result.legend.size() < max_legend)
            result.legend.push_back({phrases[phrase].phrase, phrases[phrase].color, phrases[phrase].letter});
        else
            ++result.left_out;
    }
    return result;
}

}  // namespace

std::optional<PhraseColors> color_phrases(const std::vector<ColoredPhrase>& phrases, float threshold,
                                          QSize photo, const std::atomic<bool>& cancelled) {
    if (photo.isEmpty()) return PhraseColors();
    Labels labels(raster_of(photo), threshold);
    for (std::size_t i = 0; i < phrases.size(); ++i) {
        if (cancelled) return {};
        // Many phrases reach the threshold nowhere.
        if (!phrases[i].layer.empty() && phrases[i].layer.highest >= threshold)
            take(labels, phrases[i].layer, static_cast<int>(i), photo);
    }
    return paint(labels, phrases);
}

PhraseColorMaker::PhraseColorMaker(QObject* parent)
    : QObject(parent), cancelled_(std::make_shared<std::atomic<bool>>(false)) {
    pool_.setMaxThreadCount(1);
}

PhraseColorMaker::~PhraseColorMaker() {
    *cancelled_ = true;
    pool_.waitForDone();
}

bool PhraseColorMaker::is_wanted(const std::vector<ColoredPhrase>& phrases, float threshold,
                                 QSize photo) const {
    const auto same = [](const ColoredPhrase& a, const ColoredPhrase& b) {
        // Maps are immutable: equal data pointers mean equal maps.
        return a.phrase == b.phrase && a.color == b.color && a.letter == b.letter &&
               a.layer.values.constData() == b.layer.values.constData();
    };
    return threshold == threshold_ && photo == photo_ &&
           std::equal(phrases.begin(), phrases.end(), phrases_.begin(), phrases_.end(), same);
}

void PhraseColorMaker::request(const std::vector<ColoredPhrase>& phrases, float threshold, QSize photo) {
    if (is_wanted(phrases, threshold, photo)) return;
    phrases_ = phrases;
    threshold_ = threshold;
    photo_ = photo;
    *cancelled_ = true;
    cancelled_ = std::make_shared<std::atomic<bool>>(false);
    pool_.start([this, phrases, threshold, photo, cancelled = cancelled_] {
        const auto colors = color_phrases(phrases, threshold, photo, *cancelled);
        if (!colors) return;
        QMetaObject::invokeMethod(
            this,
            [this, cancelled, result = *colors] {
                // A newer request may have arrived while this result was queued.
                if (!*cancelled) Q_EMIT made(result);
            },
            Qt::QueuedConnection);
    });
}

}  // namespace gbs::widgets
