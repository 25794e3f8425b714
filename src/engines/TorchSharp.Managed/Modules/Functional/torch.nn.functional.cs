namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Layers and losses as functions; each stands beside its class.</summary>
        public static partial class functional
        {
        }
    }
}
