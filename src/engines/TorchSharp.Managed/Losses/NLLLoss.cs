using TorchSharp.Modules;

namespace TorchSharp.Modules
{
    /// <summary>Negative log-likelihood: −weight[target]·input[target]; the mean is weighted.</summary>
    public sealed class NLLLoss : WeightedLoss<Tensor, Tensor, Tensor>
    {
        /// <summary>Makes the loss.</summary>
        /// <param name="weight">A weight for each class; null for all one.</param>
        /// <param name="reduction">How the losses of the elements become one number, if at all.</param>
        public NLLLoss(Tensor? weight = null, torch.nn.Reduction reduction = torch.nn.Reduction.Mean)
            : base(weight, reduction)
        {
        }

        /// <summary>Computes the loss.</summary>
        /// <param name="input">Logarithms of probabilities: batch × classes × any dimensions, or classes.</param>
        /// <param name="target">Class numbers: batch × any dimensions, or a scalar. −100 leaves an element out.</param>
        /// <returns>A scalar, or one loss per element without reduction.</returns>
        public override Tensor forward(Tensor input, Tensor target) =>
            torch.nn.functional.nll_loss(input, target, weight, reduction);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Negative log-likelihood: −weight[target]·input[target]; the mean is weighted.</summary>
            /// <param name="weight">A weight for each class; null for all one.</param>
            /// <param name="reduction">How the losses of the elements become one number, if at all.</param>
            /// <returns>The loss.</returns>
            public static NLLLoss NLLLoss(Tensor? weight = null, Reduction reduction = Reduction.Mean) => new(weight, reduction);

            public static partial class functional
            {
                /// <summary>Negative log-likelihood: −weight[target]·input[target]; the mean is weighted.</summary>
                /// <param name="input">Logarithms of probabilities: batch × classes × any dimensions, or classes.</param>
                /// <param name="target">Class numbers: batch × any dimensions, or a scalar. −100 leaves an element out.</param>
                /// <param name="weight">A weight for each class; null for all one.</param>
                /// <param name="reduction">How the losses of the elements become one number, if at all.</param>
                /// <returns>A scalar, or one loss per element without reduction.</returns>
                public static Tensor nll_loss(Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean) =>
                    ClassLoss.NegativeLogLikelihood(input, target, weight, reduction);
            }
        }
    }
}
