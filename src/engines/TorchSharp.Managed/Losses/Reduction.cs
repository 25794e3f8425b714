namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>How the losses of the elements of a batch become one number.</summary>
        public enum Reduction : long
        {
            /// <summary>Not at all: one loss per element.</summary>
            None = 0,

            /// <summary>By their mean.</summary>
            Mean = 1,

            /// <summary>By their sum.</summary>
            Sum = 2,
        }
    }
}
