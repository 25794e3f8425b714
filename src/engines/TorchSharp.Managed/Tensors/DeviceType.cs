namespace TorchSharp;

/// <summary>Kinds of devices that a tensor can live on. Only <see cref="CPU"/> is available here.</summary>
public enum DeviceType : int
{
    /// <summary>The processor.</summary>
    CPU = 0,

    /// <summary>NVIDIA CUDA.</summary>
    CUDA = 1,

    /// <summary>MKL-DNN.</summary>
    MKLDNN = 2,

    /// <summary>OpenGL.</summary>
    OPENGL = 3,

    /// <summary>OpenCL.</summary>
    OPENCL = 4,

    /// <summary>IDEEP.</summary>
    IDEEP = 5,

    /// <summary>AMD HIP.</summary>
    HIP = 6,

    /// <summary>FPGA.</summary>
    FPGA = 7,

    /// <summary>MSNPU.</summary>
    MSNPU = 8,

    /// <summary>XLA.</summary>
    XLA = 9,

    /// <summary>Apple's Metal.</summary>
    MPS = 13,

    /// <summary>Shapes without data.</summary>
    META = 14,
}
