// SPDX-License-Identifier: GPL-3.0-or-later

#include "training/trainer/stage_context.h"

#include <utility>

namespace gbs::training {

StageSetup::StageSetup(StageContext context, StageOptions stage_options)
    : StageContext(std::move(context)),
      options(std::move(stage_options)),
      communicator(ranks ? *ranks : single_process()),
      rows(rows_of_rank(options.batch, communicator.rank(), communicator.size(), source.stream != nullptr)) {
    if (!options.cache_features) bottlenecks = nullptr;
}

}  // namespace gbs::training
