global using System.Runtime.InteropServices;
global using Device = TorchSharp.torch.Device;
global using Generator = TorchSharp.torch.Generator;
global using ScalarType = TorchSharp.torch.ScalarType;
global using Tensor = TorchSharp.torch.Tensor;
global using TensorIndex = TorchSharp.torch.TensorIndex;
