// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>
#include <cmath>
#include <condition_variable>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "core/base/error.h"
#include "core/model/grounding_session.h"

/// Records the calls of a fake model and lets a test block them. Shared by the objects of the fake.
struct FakeControl {
    std::mutex mutex;
    std::condition_variable_any changed;
    bool hold = false;                   ///< grounding waits until this is false or a stop is requested
    bool hold_encoding = false;          ///< the same for encoding
    std::vector<std::string> started;    ///< phrases whose grounding started, in order
    std::vector<std::string> cancelled;  ///< phrases whose grounding was stopped
    std::vector<std::string> finished;   ///< phrases with finished maps
    std::vector<std::string> keys;       ///< of the photos whose encoding started, in order
    int encodings = 0;                   ///< started
    int milliseconds_per_phrase = 0;     ///< simulated duration of grounding
    bool concurrent = false;             ///< several threads may use the model
    int cancelled_encodings = 0;
    std::function<std::optional<float>(const std::string& phrase)> strength;  ///< none by default

    void wait(bool FakeControl::*held, std::stop_token stop) {
        std::unique_lock lock(mutex);
        changed.wait(lock, stop, [this, held] { return !(this->*held); });
    }
    /// Takes milliseconds_per_phrase, or less if a stop is requested.
    void spend(std::stop_token stop) {
        std::unique_lock lock(mutex);
        changed.wait_for(lock, stop, std::chrono::milliseconds(milliseconds_per_phrase),
                         [] { return false; });
    }
    void set(bool FakeControl::*held, bool value) {
        const std::lock_guard lock(mutex);
        this->*held = value;
        changed.notify_all();
    }
    void note(std::vector<std::string> FakeControl::*list, const std::string& phrase) {
        const std::lock_guard lock(mutex);
        (this->*list).push_back(phrase);
    }
    std::vector<std::string> copy(std::vector<std::string> FakeControl::*list) {
        const std::lock_guard lock(mutex);
        return this->*list;
    }
};

/// A map with one smooth peak at a position that depends only on the phrase.
inline gbs::Heatmap fake_map(const std::string& phrase, double height) {
    constexpr int width = 8, rows = 6;
    const std::size_t hash = std::hash<std::string>{}(phrase);
    const int cx = static_cast<int>(hash % width), cy = static_cast<int>(hash / width % rows);
    std::vector<float> values;
    for (int y = 0; y < rows; ++y)
        for (int x = 0; x < width; ++x)
            values.push_back(static_cast<float>(
                0.05 + height * std::exp(-0.15 * ((x - cx) * (x - cx) + (y - cy) * (y - cy)))));
    return gbs::Heatmap(width, rows, std::move(values));
}

class FakeSession final : public gbs::GroundingSession {
 public:
    FakeSession(std::shared_ptr<FakeControl> control, int width, int height)
        : control_(std::move(control)), width_(width), height_(height) {}
    int width() const override { return width_; }
    int height() const override { return height_; }
    double encode_milliseconds() const override { return 12; }

    std::vector<gbs::Grounding> ground(std::span<const std::string> phrases, std::stop_token stop) override {
        std::vector<gbs::Grounding> result;
        for (const std::string& phrase : phrases) {
            control_->note(&FakeControl::started, phrase);
            if (phrase == "???") throw gbs::Error("no word of this phrase is known");
            control_->wait(&FakeControl::hold, stop);
            control_->spend(stop);
            if (stop.stop_requested()) {
                control_->note(&FakeControl::cancelled, phrase);
                throw gbs::Cancelled();
            }
            result.push_back({phrase, fake_map(phrase, 0.6), fake_map(phrase, 0.8), fake_map(phrase, 0.7), 3,
                              control_->strength ? control_->strength(phrase) : std::nullopt});
            control_->note(&FakeControl::finished, phrase);
        }
        return result;
    }

 private:
    std::shared_ptr<FakeControl> control_;
    int width_, height_;
};

class FakeGrounder final : public gbs::Grounder {
 public:
    explicit FakeGrounder(std::shared_ptr<FakeControl> control, std::filesystem::path path = {})
        : control_(std::move(control)) {
        info_.name = "fake";
        info_.path = std::move(path);
        info_.device = "cpu";
        info_.device_reason = "no GPU here";
        info_.input_size = 64;
    }
    const gbs::ModelInfo& info() const override { return info_; }
    void note(const std::string& key, const std::string& value) { info_.metadata[key] = value; }
    bool concurrent() const override { return control_->concurrent; }
    std::unique_ptr<gbs::GroundingSession> open(const gbs::Image& image, const std::string& key,
                                                std::stop_token stop) override {
        {
            const std::lock_guard lock(control_->mutex);
            control_->keys.push_back(key);
            ++control_->encodings;
        }
        control_->wait(&FakeControl::hold_encoding, stop);
        if (stop.stop_requested()) {
            const std::lock_guard lock(control_->mutex);
            ++control_->cancelled_encodings;
            throw gbs::Cancelled();
        }
        return std::make_unique<FakeSession>(control_, image.width, image.height);
    }
    void warm_up() override {}

 private:
    std::shared_ptr<FakeControl> control_;
    gbs::ModelInfo info_;
};
