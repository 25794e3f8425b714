using static TorchSharp.torch;

namespace DtcGen.Training;

/// <summary>
/// Gives the batch for a step. It is called inside the step's dispose scope: tensors that it makes are released
/// after the step, tensors that were made before are left alone. A batch that depends on nothing but the
/// position lets a resumed run see the same batches as an uninterrupted one.
/// </summary>
/// <param name="position">Which step.</param>
public delegate (Tensor Inputs, Tensor Targets) BatchSource(TrainingPosition position);
