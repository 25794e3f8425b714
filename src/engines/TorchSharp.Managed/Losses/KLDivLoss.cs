using TorchSharp.Modules;

namespace TorchSharp.Modules
{
    /// <summary>Kullback–Leibler divergence: target·(log target − input), where the input holds logarithms of probabilities. The mean is over all elements.</summary>
    public sealed class KLDivLoss : Loss<Tensor, Tensor, Tensor>
    {
        /// <summary>Makes the loss.</summary>
        /// <param name="log_target">Whether the target holds logarithms too.</param>
        /// <param name="reduction">How the losses of the elements become one number, if at all.</param>
        public KLDivLoss(bool log_target = true, torch.nn.Reduction reduction = torch.nn.Reduction.Mean)
            : base(reduction)
        {
            this.log_target = log_target;
        }

        /// <summary>Whether the target holds logarithms too.</summary>
        public bool log_target { get; }

        /// <summary>Computes the loss.</summary>
        /// <param name="input">Logarithms of probabilities.</param>
        /// <param name="target">Probabilities, or their logarithms.</param>
        /// <returns>A scalar, or one loss per element without reduction.</returns>
        public override Tensor forward(Tensor input, Tensor target) =>
            torch.nn.functional.kl_div(input, target, log_target, reduction);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Kullback–Leibler divergence: target·(log target − input), where the input holds logarithms of probabilities. The mean is over all elements.</summary>
            /// <param name="log_target">Whether the target holds logarithms too.</param>
            /// <param name="reduction">How the losses of the elements become one number, if at all.</param>
            /// <returns>The loss.</returns>
            public static KLDivLoss KLDivLoss(bool log_target = true, Reduction reduction = Reduction.Mean) => new(log_target, reduction);

            public static partial class functional
            {
                /// <summary>Kullback–Leibler divergence: target·(log target − input), where the input holds logarithms of probabilities. The mean is over all elements.</summary>
                /// <param name="input">Logarithms of probabilities.</param>
                /// <param name="target">Probabilities, or their logarithms.</param>
                /// <param name="log_target">Whether the target holds logarithms too.</param>
                /// <param name="reduction">How the losses of the elements become one number, if at all.</param>
                /// <returns>A scalar, or one loss per element without reduction.</returns>
                public static Tensor kl_div(Tensor input, Tensor target, bool log_target = true, Reduction reduction = Reduction.Mean) =>
                    log_target
                        ? PairLoss.Apply(input, target, reduction, default(LogDivergence<float>), default(LogDivergence<double>), "KlDivBackward0")
                        : PairLoss.Apply(input, target, reduction, default(Divergence<float>), default(Divergence<double>), "KlDivBackward0");
            }
        }
    }
}
