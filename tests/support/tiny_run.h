// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTemporaryDir>
#include <fstream>
#include <string>

#include "core/base/paths.h"
#include "core/image/image.h"
#include "training/options/train_options.h"

namespace gbs::training {

/// Whether the pretrained weights that training needs are installed.
inline bool has_pretrained_weights() {
    return std::filesystem::exists(weights_folder() / "efficientnet-lite0.safetensors") &&
           std::filesystem::exists(weights_folder() / "minilm-l6-v2" / "model.safetensors");
}

/// Makes `count` small photos (colored squares on gray) and their captions in a folder.
inline void make_tiny_data(const std::filesystem::path& folder, int count) {
    std::filesystem::create_directories(folder / "photos");
    std::ofstream captions(folder / "captions.tsv");
    const char* colors[] = {"red", "green", "blue", "white"};
    const std::uint8_t rgb[4][3] = {{220, 30, 30}, {30, 200, 40}, {40, 60, 220}, {240, 240, 240}};
    for (int i = 0; i < count; ++i) {
        Image image{48, 40, std::vector<std::uint8_t>(48 * 40 * 3, 90)};
        const int left = 4 + 7 * (i % 4), top = 3 + 5 * (i % 5);
        for (int y = top; y < top + 14; ++y)
            for (int x = left; x < left + 16; ++x)
                for (int c = 0; c < 3; ++c)
                    image.rgb[static_cast<std::size_t>((y * 48 + x) * 3 + c)] = rgb[i % 4][c];
        const std::string name = "photo" + std::to_string(i) + ".png";
        write_image(image, folder / "photos" / name);
        captions << name << "\t0\tA " << colors[i % 4] << " square on the left of a grey wall .\n"
                 << name << "\t1\tThe " << colors[i % 4] << " box hangs on a wall\n";
    }
    std::ofstream phrases(folder / "phrases.tsv");
    phrases << "image\twidth\theight\tx1\ty1\tx2\ty2\tphrase\n";
    for (int i = 0; i < std::min(count, 4); ++i)
        phrases << "photo" << i << ".png\t48\t40\t" << 5 + 7 * (i % 4) << '\t' << 4 + 5 * (i % 5) << '\t'
                << 20 + 7 * (i % 4) << '\t' << 17 + 5 * (i % 5) << "\ta " << colors[i % 4] << " square\n";
}

/// Options of a run on that data that takes a second or two.
inline TrainOptions tiny_options(const std::filesystem::path& folder) {
    TrainOptions options;
    options.seed = 5;
    options.device = "cpu";
    options.train_images = (folder / "photos").string();
    options.train_captions = (folder / "captions.tsv").string();
    options.workers = 2;
    options.checkpoint_every = 2;
    options.preview_every = 1000;
    options.log_every = 1;
    options.model.input_size = 32;
    options.model.neck_width = 8;
    options.model.decoder_width = 4;
    options.stage.steps = 6;
    options.stage.batch = 4;
    options.stage.optimizer = OptimizerKind::adamw;
    options.stage.learning_rate = 1e-3;
    options.stage.schedule = ScheduleKind::cosine;
    return options;
}

}  // namespace gbs::training
