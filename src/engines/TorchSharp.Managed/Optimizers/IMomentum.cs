namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>Parameters whose momentum a scheduler can set.</summary>
        public interface IMomentum
        {
            /// <summary>The momentum of the next step.</summary>
            double Momentum { get; set; }
        }
    }
}
