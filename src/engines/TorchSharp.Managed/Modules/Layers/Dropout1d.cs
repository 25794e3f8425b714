using TorchSharp.Modules;

namespace TorchSharp.Modules
{
    /// <summary>Zeroes whole channels of sequences at random while training and scales the others up.</summary>
    public sealed class Dropout1d : ParameterLessModule<Tensor, Tensor>
    {
        internal Dropout1d(double p, bool inplace)
            : base(nameof(Dropout1d))
        {
            this.p = p;
            this.inplace = inplace;
        }

        /// <summary>True overwrites the input.</summary>
        public bool inplace { get; set; }

        /// <summary>The probability that a channel is zeroed.</summary>
        public double p { get; set; }

        /// <summary>Drops and scales in training mode; does nothing in evaluation mode.</summary>
        /// <param name="tensor">Batch × channels × length, or channels × length.</param>
        /// <returns>The same shape.</returns>
        /// <exception cref="ExternalException">The probability is not between 0 and 1.</exception>
        public override Tensor forward(Tensor tensor) => torch.nn.functional.dropout1d(tensor, p, training, inplace);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Zeroes whole channels of sequences at random while training and scales the others up.</summary>
            /// <param name="p">The probability that a channel is zeroed.</param>
            /// <param name="inplace">True overwrites the input.</param>
            /// <returns>The layer.</returns>
            public static Dropout1d Dropout1d(double p = 0.5, bool inplace = false) => new(p, inplace);

            public static partial class functional
            {
                /// <summary>Zeroes whole channels of sequences at random while training and scales the others up.</summary>
                /// <param name="input">Batch × channels × length, or channels × length.</param>
                /// <param name="p">The probability that a channel is zeroed.</param>
                /// <param name="training">False returns the input as it is.</param>
                /// <param name="inplace">True overwrites the input.</param>
                /// <returns>The same shape.</returns>
                /// <exception cref="ExternalException">The probability is not between 0 and 1.</exception>
                public static Tensor dropout1d(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                    DropoutOperation.Apply(input, p, training, inplace, wholeChannels: true, spatial: 1);
            }
        }
    }
}
