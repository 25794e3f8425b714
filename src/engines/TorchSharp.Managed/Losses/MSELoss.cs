using TorchSharp.Modules;

namespace TorchSharp.Modules
{
    /// <summary>Mean squared error: (input − target)².</summary>
    public sealed class MSELoss : Loss<Tensor, Tensor, Tensor>
    {
        /// <summary>Makes the loss.</summary>
        /// <param name="reduction">How the losses of the elements become one number, if at all.</param>
        public MSELoss(torch.nn.Reduction reduction = torch.nn.Reduction.Mean)
            : base(reduction)
        {
        }

        /// <summary>Computes the loss.</summary>
        /// <param name="input">Any shape.</param>
        /// <param name="target">The same shape.</param>
        /// <returns>A scalar, or one loss per element without reduction.</returns>
        public override Tensor forward(Tensor input, Tensor target) =>
            torch.nn.functional.mse_loss(input, target, reduction);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Mean squared error: (input − target)².</summary>
            /// <param name="reduction">How the losses of the elements become one number, if at all.</param>
            /// <returns>The loss.</returns>
            public static MSELoss MSELoss(Reduction reduction = Reduction.Mean) => new(reduction);

            public static partial class functional
            {
                /// <summary>Mean squared error: (input − target)².</summary>
                /// <param name="input">Any shape.</param>
                /// <param name="target">The same shape.</param>
                /// <param name="reduction">How the losses of the elements become one number, if at all.</param>
                /// <returns>A scalar, or one loss per element without reduction.</returns>
                public static Tensor mse_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) =>
                    PairLoss.Apply(input, target, reduction, default(SquaredError<float>), default(SquaredError<double>), "MseLossBackward0");
            }
        }
    }
}
