namespace TorchSharp;

public static partial class torch
{
    public static partial class utils
    {
        public static partial class data
        {
            /// <summary>A numbered set of samples, each a dictionary of tensors.</summary>
            public abstract class Dataset : Dataset<Dictionary<string, Tensor>>
            {
                /// <summary>Makes the set.</summary>
                protected Dataset()
                {
                }
            }
        }
    }
}
