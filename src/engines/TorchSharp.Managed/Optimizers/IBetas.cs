namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>Parameters whose decay rates of the moments a scheduler can set.</summary>
        public interface IBetas
        {
            /// <summary>The decay rates of the first and the second moment in the next step.</summary>
            (double, double) Betas { get; set; }
        }
    }
}
