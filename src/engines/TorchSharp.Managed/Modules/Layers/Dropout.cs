using TorchSharp.Modules;

namespace TorchSharp.Modules
{
    /// <summary>Zeroes elements at random while training and scales the others up, so that the mean stays.</summary>
    public sealed class Dropout : ParameterLessModule<Tensor, Tensor>
    {
        internal Dropout(double p, bool inplace)
            : base(nameof(Dropout))
        {
            this.p = p;
            this.inplace = inplace;
        }

        /// <summary>True overwrites the input.</summary>
        public bool inplace { get; set; }

        /// <summary>The probability that an element is zeroed.</summary>
        public double p { get; set; }

        /// <summary>Drops and scales in training mode; does nothing in evaluation mode.</summary>
        /// <param name="tensor">Any shape.</param>
        /// <returns>The same shape.</returns>
        /// <exception cref="ExternalException">The probability is not between 0 and 1.</exception>
        public override Tensor forward(Tensor tensor) => torch.nn.functional.dropout(tensor, p, training, inplace);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Zeroes elements at random while training and scales the others up, so that the mean stays.</summary>
            /// <param name="p">The probability that an element is zeroed.</param>
            /// <param name="inplace">True overwrites the input.</param>
            /// <returns>The layer.</returns>
            public static Dropout Dropout(double p = 0.5, bool inplace = false) => new(p, inplace);

            public static partial class functional
            {
                /// <summary>Zeroes elements at random while training and scales the others up, so that the mean stays.</summary>
                /// <param name="input">Any shape.</param>
                /// <param name="p">The probability that an element is zeroed.</param>
                /// <param name="training">False returns the input as it is.</param>
                /// <param name="inplace">True overwrites the input.</param>
                /// <returns>The same shape.</returns>
                /// <exception cref="ExternalException">The probability is not between 0 and 1.</exception>
                public static Tensor dropout(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                    DropoutOperation.Apply(input, p, training, inplace, wholeChannels: false);
            }
        }
    }
}
