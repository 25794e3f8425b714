using TorchSharp.Modules;

namespace TorchSharp.Modules
{
    /// <summary>Cross-entropy of logits: the negative log-likelihood of their softmax; the mean is weighted.</summary>
    public sealed class CrossEntropyLoss : WeightedLoss<Tensor, Tensor, Tensor>
    {
        /// <summary>Makes the loss.</summary>
        /// <param name="weight">A weight for each class; null for all one.</param>
        /// <param name="ignore_index">The class number that leaves an element out; null for −100.</param>
        /// <param name="reduction">How the losses of the elements become one number, if at all.</param>
        public CrossEntropyLoss(Tensor? weight = null, long? ignore_index = null, torch.nn.Reduction reduction = torch.nn.Reduction.Mean)
            : base(weight, reduction)
        {
            this.ignore_index = ignore_index;
        }

        /// <summary>The class number that leaves an element out; null for −100.</summary>
        public long? ignore_index { get; }

        /// <summary>Computes the loss.</summary>
        /// <param name="input">Logits: batch × classes × any dimensions, or classes.</param>
        /// <param name="target">Class numbers, batch × any dimensions, or probabilities of the input's shape.</param>
        /// <returns>A scalar, or one loss per element without reduction.</returns>
        public override Tensor forward(Tensor input, Tensor target) =>
            torch.nn.functional.cross_entropy(input, target, weight, ignore_index ?? -100, reduction);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Cross-entropy of logits: the negative log-likelihood of their softmax; the mean is weighted.</summary>
            /// <param name="weight">A weight for each class; null for all one.</param>
            /// <param name="ignore_index">The class number that leaves an element out; null for −100.</param>
            /// <param name="reduction">How the losses of the elements become one number, if at all.</param>
            /// <returns>The loss.</returns>
            public static CrossEntropyLoss CrossEntropyLoss(Tensor? weight = null, long? ignore_index = null, Reduction reduction = Reduction.Mean) => new(weight, ignore_index, reduction);

            public static partial class functional
            {
                /// <summary>Cross-entropy of logits: the negative log-likelihood of their softmax; the mean is weighted.</summary>
                /// <param name="input">Logits: batch × classes × any dimensions, or classes.</param>
                /// <param name="target">Class numbers, batch × any dimensions, or probabilities of the input's shape.</param>
                /// <param name="weight">A weight for each class; null for all one.</param>
                /// <param name="ignore_index">The class number that leaves an element out.</param>
                /// <param name="reduction">How the losses of the elements become one number, if at all.</param>
                /// <param name="label_smoothing">The share of the target that is spread evenly over all classes.</param>
                /// <returns>A scalar, or one loss per element without reduction.</returns>
                public static Tensor cross_entropy(Tensor input, Tensor target, Tensor? weight = null, long ignore_index = -100, Reduction reduction = Reduction.Mean, double label_smoothing = 0) =>
                    ClassLoss.CrossEntropy(input, target, weight, ignore_index, reduction, label_smoothing);
            }
        }
    }
}
